-- Answers of creating requests that carried an Idempotency-Key, kept for a day.
create table idempotent_answer (
    scope      varchar(512) primary key,
    body_hash  varchar(64) not null,
    claimed_at timestamp with time zone not null,
    status     integer,
    location   varchar(2048),
    body       varchar
);
create index idempotent_answer_by_age on idempotent_answer (claimed_at);
