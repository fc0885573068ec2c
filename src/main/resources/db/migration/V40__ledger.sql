-- What happened to each subject, event by event, every chain linked by hashes. Rows are added, and never changed or
-- deleted: the guards stand in db/vendor, since H2 and PostgreSQL write them differently.
create table ledger_event (
    id       uuid primary key,
    chain    uuid not null,
    position integer not null,
    type     varchar(32) not null,
    at       timestamp with time zone not null,
    content  varchar not null,
    previous varchar(64) not null,
    hash     varchar(64) not null,
    constraint ledger_event_once unique (chain, position)
);

-- Events that no checkpoint covers yet. A row goes when its event is sealed.
create table ledger_unsealed (
    chain    uuid not null,
    position integer not null,
    primary key (chain, position)
);

-- What is known of the circumstances of events, encrypted under a key of each chain, which itself is encrypted under one
-- that is not in the database. The only rows of the ledger's that can be taken away.
create table evidence_key (
    chain   uuid primary key,
    wrapped varchar(255) not null
);
create table sealed_evidence (
    id         uuid primary key,
    chain      uuid not null references evidence_key (chain),
    ciphertext varchar not null
);
create index sealed_evidence_by_chain on sealed_evidence (chain);
