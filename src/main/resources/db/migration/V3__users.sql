create table app_user (
    id            uuid primary key,
    version       bigint not null,
    username      varchar(200) not null,
    username_key  varchar(200) not null,
    password_hash varchar(512) not null,
    roles         varchar(200) not null,
    disabled      boolean not null,
    generation    bigint not null,
    created_at    timestamp with time zone not null,
    updated_at    timestamp with time zone not null,
    constraint app_user_name unique (username_key)
);
