-- The backbone: one line for every write, numbered without gaps in the order of the commits.
create table change_clock (
    id  smallint primary key,
    seq bigint not null
);
insert into change_clock (id, seq) values (1, 0);

create table change (
    seq    bigint primary key,
    at     timestamp with time zone not null,
    kind   varchar(16) not null,
    id     uuid not null,
    locale varchar(35),
    what   varchar(32) not null
);
