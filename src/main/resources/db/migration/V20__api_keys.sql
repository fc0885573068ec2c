-- Keys of programs. The key itself is nowhere: only its SHA-256.
create table api_key (
    id           uuid primary key,
    version      bigint not null,
    name         varchar(200) not null,
    key_hash     varchar(64) not null,
    roles        varchar(200) not null,
    expires_at   timestamp with time zone,
    revoked_at   timestamp with time zone,
    last_used_at timestamp with time zone,
    created_at   timestamp with time zone not null,
    constraint api_key_once unique (key_hash)
);
