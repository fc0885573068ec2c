create table tag (
    id           uuid primary key,
    version      bigint not null,
    slug         varchar(100) not null,
    names        varchar not null,
    descriptions varchar not null,
    aliases      varchar not null,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null,
    constraint tag_slug_once unique (slug)
);

-- Every slug that leads to a tag: its own, and those of tags that were renamed or merged into it.
create table tag_slug (
    slug   varchar(100) primary key,
    tag_id uuid not null references tag (id) on delete cascade
);
create index tag_slug_by_tag on tag_slug (tag_id);
