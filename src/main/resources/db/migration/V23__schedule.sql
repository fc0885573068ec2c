-- What is to be done to items at a time to come. A line goes when it was carried out or cancelled.
create table schedule_entry (
    id         uuid primary key,
    item_id    uuid not null references news_item (id) on delete cascade,
    action     varchar(16) not null,
    at         timestamp with time zone not null,
    created_by varchar(210),
    created_at timestamp with time zone not null,
    constraint schedule_entry_once unique (item_id, action)
);
create index schedule_entry_by_time on schedule_entry (at, id);
