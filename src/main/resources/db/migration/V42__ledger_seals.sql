-- The key that signs; the private half is in no database. The newest row signs, the others are kept to verify.
create table ledger_key (
    generation integer primary key,
    key_id     varchar(43) not null unique,
    x          varchar(43) not null
);

-- The leaves of the Merkle tree (RFC 9162), in its order: each stands for one event.
create table ledger_leaf (
    leaf_index bigint primary key,
    chain      uuid not null,
    position   integer not null,
    hash       varchar(64) not null,
    constraint ledger_leaf_once unique (chain, position)
);

-- The roots of its complete subtrees of two leaves and more, numbered in the order in which they become complete.
create table ledger_node (
    place bigint primary key,
    hash  varchar(64) not null
);

-- What was signed.
create table ledger_checkpoint (
    number    bigint primary key,
    tree_size bigint not null unique,
    root      varchar(64) not null,
    at        timestamp with time zone not null,
    previous  varchar(64) not null,
    key_id    varchar(43) not null,
    signature varchar(86) not null
);

-- Whoever seals holds this row.
create table ledger_sealer (
    id smallint primary key
);
insert into ledger_sealer (id) values (1);
