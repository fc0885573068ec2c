-- Of the indexes on a cluster that several nodes share: which one is searched, how far it has followed the change
-- log, and which node writes it.
create table search_cluster (
    id         integer primary key,
    present    integer not null,
    followed   bigint not null,
    format     integer not null,
    holder     varchar(36),
    held_until timestamp with time zone
);
insert into search_cluster (id, present, followed, format) values (1, 0, 0, 0);
