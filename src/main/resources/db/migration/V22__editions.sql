-- A publication becomes an edition: what the public sees of an item from one moment until another. An item has at
-- most two: the present one and one to come. Every public read asks for the moment, so that what is planned is
-- right on time whether or not the worker that keeps the books has come by.
create table publication_kept as select * from publication;
create table publication_tag_kept as select * from publication_tag;
drop table publication_tag;
drop table publication;

create table publication (
    edition            uuid primary key,
    id                 uuid not null references news_item (id),
    visible_from       timestamp with time zone not null,
    visible_until      timestamp with time zone not null,
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
    body_toc           varchar not null
);
insert into publication (edition, visible_from, visible_until, id, version, locale, translation_group, slug, created_at, updated_at, published_at, title_key, title, summary, author, source_name, source_url, cover_url, cover_alt, cover_caption, cover_credit, cover_width, cover_height, seo_title, seo_description, seo_canonical_url, seo_noindex, featured_until, reading_minutes, corrections, body_html, body_blocks, body_text, body_toc)
    select id, published_at, timestamp with time zone '9999-12-31 23:59:59+00', id, version, locale, translation_group, slug, created_at, updated_at, published_at, title_key, title, summary, author, source_name, source_url, cover_url, cover_alt, cover_caption, cover_credit, cover_width, cover_height, seo_title, seo_description, seo_canonical_url, seo_noindex, featured_until, reading_minutes, corrections, body_html, body_blocks, body_text, body_toc from publication_kept;
drop table publication_kept;
create index publication_by_item on publication (id, visible_from);
create index publication_by_slug on publication (locale, slug);
create index publication_by_date on publication (published_at desc, id desc);
create index publication_by_date_asc on publication (published_at, id);
create index publication_by_locale on publication (locale, published_at desc, id desc);
create index publication_by_locale_asc on publication (locale, published_at, id);
create index publication_by_update on publication (updated_at desc, id desc);
create index publication_by_title on publication (locale, title_key, id);
create index publication_by_author on publication (author, published_at desc, id desc);
create index publication_by_group on publication (translation_group);
create index publication_featured on publication (featured_until);

create table publication_tag (
    edition        uuid not null references publication (edition) on delete cascade,
    tag_id         uuid not null references tag (id),
    publication_id uuid not null,
    position       integer not null,
    locale         varchar(35) not null,
    published_at   timestamp with time zone not null,
    visible_from   timestamp with time zone not null,
    visible_until  timestamp with time zone not null,
    primary key (edition, tag_id)
);
insert into publication_tag (edition, tag_id, publication_id, position, locale, published_at, visible_from, visible_until)
    select publication_id, tag_id, publication_id, position, locale, published_at, published_at,
        timestamp with time zone '9999-12-31 23:59:59+00' from publication_tag_kept;
drop table publication_tag_kept;
create index publication_tag_by_item on publication_tag (publication_id);
create index publication_tag_page on publication_tag (tag_id, published_at desc, publication_id desc);
create index publication_tag_page_asc on publication_tag (tag_id, published_at, publication_id);
create index publication_tag_locale on publication_tag (tag_id, locale, published_at desc, publication_id desc);
create index publication_tag_locale_asc on publication_tag (tag_id, locale, published_at, publication_id);

-- Whether the working copy was saved since it was published.
alter table news_item add column pending_changes boolean default false not null;
