-- The editors' working copy.
create table news_item (
    id                 uuid primary key,
    version            bigint not null,
    locale             varchar(35) not null,
    translation_group  uuid not null,
    slug               varchar(100) not null,
    status             varchar(16) not null,
    created_by         uuid,
    created_at         timestamp with time zone not null,
    updated_at         timestamp with time zone not null,
    published_at       timestamp with time zone,
    sorted_at          timestamp with time zone not null,
    was_public         boolean not null,
    trashed_at         timestamp with time zone,
    title_key          bytea not null,
    title              varchar not null,
    summary            varchar,
    author             varchar,
    source_name        varchar,
    source_url         varchar,
    cover_url          varchar,
    cover_alt          varchar,
    cover_caption      varchar,
    cover_credit       varchar,
    cover_width        integer,
    cover_height       integer,
    seo_title          varchar,
    seo_description    varchar,
    seo_canonical_url  varchar,
    seo_noindex        boolean,
    featured_until     timestamp with time zone,
    reading_minutes    integer not null,
    corrections        varchar not null,
    body_format        varchar(16) not null,
    body_content       varchar not null,
    body_html          varchar not null,
    body_blocks        varchar not null,
    body_text          varchar not null,
    body_toc           varchar not null
);
create index news_item_by_status on news_item (status, updated_at desc, id desc);
create index news_item_by_update on news_item (updated_at desc, id desc);
create index news_item_by_group on news_item (translation_group);

create table news_item_tag (
    item_id  uuid not null references news_item (id) on delete cascade,
    position integer not null,
    tag_id   uuid not null references tag (id),
    primary key (item_id, position)
);
create index news_item_tag_by_tag on news_item_tag (tag_id, item_id);

-- What the public sees: one row for each published item, and nothing else. Public reads touch no other table of news.
create table publication (
    id                 uuid primary key references news_item (id),
    version            bigint not null,
    locale             varchar(35) not null,
    translation_group  uuid not null,
    slug               varchar(100) not null,
    created_at         timestamp with time zone not null,
    updated_at         timestamp with time zone not null,
    published_at       timestamp with time zone not null,
    title_key          bytea not null,
    title              varchar not null,
    summary            varchar,
    author             varchar,
    source_name        varchar,
    source_url         varchar,
    cover_url          varchar,
    cover_alt          varchar,
    cover_caption      varchar,
    cover_credit       varchar,
    cover_width        integer,
    cover_height       integer,
    seo_title          varchar,
    seo_description    varchar,
    seo_canonical_url  varchar,
    seo_noindex        boolean,
    featured_until     timestamp with time zone,
    reading_minutes    integer not null,
    corrections        varchar not null,
    body_html          varchar not null,
    body_blocks        varchar not null,
    body_text          varchar not null,
    body_toc           varchar not null,
    constraint publication_slug unique (locale, slug)
);
create index publication_by_date on publication (published_at desc, id desc);
create index publication_by_date_asc on publication (published_at, id);
create index publication_by_locale on publication (locale, published_at desc, id desc);
create index publication_by_locale_asc on publication (locale, published_at, id);
create index publication_by_update on publication (updated_at desc, id desc);
create index publication_by_title on publication (locale, title_key, id);
create index publication_by_author on publication (author, published_at desc, id desc);
create index publication_by_group on publication (translation_group);
create index publication_featured on publication (featured_until);

-- The tags of published items, with the columns that a tag's page is sorted by.
create table publication_tag (
    publication_id uuid not null references publication (id) on delete cascade,
    tag_id         uuid not null references tag (id),
    position       integer not null,
    locale         varchar(35) not null,
    published_at   timestamp with time zone not null,
    primary key (publication_id, tag_id)
);
create index publication_tag_page on publication_tag (tag_id, published_at desc, publication_id desc);
create index publication_tag_page_asc on publication_tag (tag_id, published_at, publication_id);
create index publication_tag_locale on publication_tag (tag_id, locale, published_at desc, publication_id desc);
create index publication_tag_locale_asc on publication_tag (tag_id, locale, published_at, publication_id);

-- Every slug that is taken, in drafts too. A public one is never given to another item: it redirects, or answers 410.
create table news_slug (
    locale     varchar(35) not null,
    slug       varchar(100) not null,
    item_id    uuid not null,
    was_public boolean not null,
    primary key (locale, slug)
);
create index news_slug_by_item on news_slug (item_id);
