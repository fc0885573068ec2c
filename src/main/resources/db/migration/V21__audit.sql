-- Who did what when. Lines are added, and never changed or deleted.
create table audit_event (
    id            uuid primary key,
    at            timestamp with time zone not null,
    actor         varchar(210),
    actor_id      uuid,
    action        varchar(100) not null,
    method        varchar(10) not null,
    resource_kind varchar(64) not null,
    resource_id   varchar(200),
    outcome       varchar(16) not null,
    status        integer not null,
    client        varchar(64) not null,
    request_id    varchar(36) not null
);
create index audit_event_by_time on audit_event (at desc, id desc);
create index audit_event_by_actor on audit_event (actor, at desc, id desc);
create index audit_event_by_resource on audit_event (resource_kind, resource_id, at desc, id desc);
