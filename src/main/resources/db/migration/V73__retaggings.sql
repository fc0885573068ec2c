-- Tags that many items carried when they were merged into another or deleted: the items follow some hundred at a time,
-- and the tag goes with the last of them.
create table retagging (
    tag_id      uuid primary key,
    into_id     uuid,
    started_by  varchar,
    started_at  timestamp with time zone not null,
    total       bigint not null,
    processed   bigint not null,
    reached     uuid,
    finished_at timestamp with time zone
);
