-- What data is used for, as it is offered to new versions of notices.
create table consent_purpose (
    id           uuid primary key,
    version      bigint not null,
    code         varchar(64) not null,
    necessary    boolean not null,
    names        varchar not null,
    descriptions varchar not null,
    legal_basis  varchar(200) not null,
    retention    varchar(400) not null,
    vendors      varchar not null,
    signals      varchar not null,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null,
    constraint consent_purpose_once unique (code)
);

-- Notices. Numbers are of versions; 0 where there is none: the one in force, the last MATERIAL one, the last with a purpose
-- that the one before it had not.
create table consent_notice (
    id              uuid primary key,
    version         bigint not null,
    notice_key      varchar(64) not null,
    kind            varchar(16) not null,
    last_number     integer not null,
    current_number  integer not null,
    material_number integer not null,
    widened_number  integer not null,
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    constraint consent_notice_once unique (notice_key)
);
create table consent_notice_version (
    id           uuid primary key,
    version      bigint not null,
    notice_id    uuid not null references consent_notice (id),
    number       integer not null,
    status       varchar(16) not null,
    draft        varchar,
    published_at timestamp with time zone,
    retired_at   timestamp with time zone,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null,
    constraint consent_notice_version_once unique (notice_id, number)
);

-- What was published, for ever: terms and texts in RFC 8785 JSON with their SHA-256.
create table consent_edition (
    version_id uuid primary key references consent_notice_version (id),
    notice_key varchar(64) not null,
    number     integer not null,
    terms      varchar not null,
    sha256     varchar(64) not null,
    constraint consent_edition_once unique (notice_key, number)
);
create table consent_edition_text (
    version_id uuid not null references consent_edition (version_id),
    locale     varchar(35) not null,
    content    varchar not null,
    sha256     varchar(64) not null,
    primary key (version_id, locale)
);

-- Consent records: what their events in the ledger add up to.
create table consent_record (
    id             uuid primary key,
    version        integer not null,
    state          varchar(16) not null,
    notice_key     varchar(64) not null,
    notice_version integer not null,
    locale         varchar(35) not null,
    text_hash      varchar(64) not null,
    method         varchar(16) not null,
    gpc            boolean not null,
    on_behalf      boolean not null,
    decisions      varchar not null,
    decided        integer not null,
    given_at       timestamp with time zone not null,
    changed_at     timestamp with time zone not null,
    expires_at     timestamp with time zone not null,
    linked         boolean not null,
    token_hash     varchar(64),
    reader_hash    varchar(64),
    tombstone      varchar(64)
);
create index consent_record_by_time on consent_record (given_at desc, id desc);
create index consent_record_by_state on consent_record (state, given_at desc, id desc);
create index consent_record_by_notice on consent_record (notice_key, notice_version, given_at desc, id desc);
create index consent_record_by_locale on consent_record (locale, given_at desc, id desc);
create index consent_record_by_method on consent_record (method, given_at desc, id desc);
create index consent_record_by_expiry on consent_record (state, expires_at, id);
create index consent_record_by_end on consent_record (state, changed_at, id);
create index consent_record_by_token on consent_record (token_hash);
create index consent_record_by_reader on consent_record (reader_hash);

-- Every decision of every event that has any.
create table consent_decision (
    record_id uuid not null references consent_record (id),
    position  integer not null,
    purpose   varchar(64) not null,
    decision  varchar(8) not null,
    given_at  timestamp with time zone not null,
    primary key (record_id, position, purpose)
);
create index consent_decision_by_purpose on consent_decision (purpose, given_at desc, record_id desc);
create index consent_decision_by_answer on consent_decision (purpose, decision, given_at desc, record_id desc);

-- What the statistics count: a row for each notice shown, answer and withdrawal, without a trace of whose. A row of kind
-- SHOWN is also what a shown token is used up in.
create table consent_tally (
    id             uuid primary key,
    at_day         date not null,
    notice_key     varchar(64) not null,
    notice_version integer not null,
    locale         varchar(35) not null,
    what           varchar(16) not null,
    used           boolean not null
);
create index consent_tally_by_day on consent_tally (notice_key, at_day, notice_version, locale, what);
