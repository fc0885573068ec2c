-- What was or is to be sent to whom: one row for each event and webhook.
create table webhook_delivery (
    id              uuid primary key,
    webhook_id      uuid not null references webhook (id) on delete cascade,
    seq             bigint,
    subject_id      uuid not null,
    type            varchar(60) not null,
    body            text not null,
    state           varchar(16) not null,
    attempts        integer not null,
    tries           integer not null,
    tried_since     timestamp with time zone,
    next_at         timestamp with time zone not null,
    lease           uuid,
    leased_until    timestamp with time zone,
    last_attempt_at timestamp with time zone,
    last_status     integer,
    last_error      varchar(300),
    last_answer     varchar(1100),
    created_at      timestamp with time zone not null,
    ended_at        timestamp with time zone,
    constraint webhook_delivery_once unique (webhook_id, seq)
);
create index webhook_delivery_due on webhook_delivery (state, next_at);
create index webhook_delivery_in_order on webhook_delivery (webhook_id, subject_id, state, seq);
create index webhook_delivery_listed on webhook_delivery (webhook_id, id);
create index webhook_delivery_listed_by_state on webhook_delivery (webhook_id, state, id);
create index webhook_delivery_leased on webhook_delivery (leased_until);
create index webhook_delivery_ended on webhook_delivery (ended_at);

-- Whoever locks it takes what is due, so that the limits hold for all nodes together.
create table webhook_turn (
    id integer primary key
);
insert into webhook_turn (id) values (1);
