-- Each save of an item, as it was sent.
create table news_revision (
    item_id      uuid not null references news_item (id) on delete cascade,
    number       integer not null,
    item_version bigint not null,
    at           timestamp with time zone not null,
    editor       varchar(200),
    content      varchar not null,
    primary key (item_id, number)
);
