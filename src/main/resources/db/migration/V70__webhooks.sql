-- Who is told of what happens. The secrets are encrypted under the installation's own.
create table webhook (
    id              uuid primary key,
    version         bigint not null,
    url             varchar(2000) not null,
    host            varchar(300) not null,
    events          text not null,
    description     varchar(400),
    secret          varchar(400) not null,
    previous_secret varchar(400),
    previous_until  timestamp with time zone,
    disabled        boolean not null,
    disabled_reason varchar(20),
    disabled_at     timestamp with time zone,
    failing_since   timestamp with time zone,
    paused_until    timestamp with time zone,
    followed        bigint not null,
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null
);
