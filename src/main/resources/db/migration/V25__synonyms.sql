-- The synonyms of each locale, whole: groups of words as JSON.
create table synonyms (
    id          uuid primary key,
    version     bigint not null,
    locale      varchar(35) not null,
    word_groups varchar not null,
    updated_at  timestamp with time zone not null,
    updated_by  varchar(210),
    constraint synonyms_once unique (locale)
);
