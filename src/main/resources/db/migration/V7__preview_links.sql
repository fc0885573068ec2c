-- Links by which someone without a login sees a draft. The token itself is not kept.
create table preview_link (
    id         uuid primary key,
    item_id    uuid not null references news_item (id) on delete cascade,
    token_hash varchar(64) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    constraint preview_link_token unique (token_hash)
);
create index preview_link_by_item on preview_link (item_id);
