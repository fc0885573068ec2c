-- Each index on a cluster gets a number that no other was ever begun under; those that came to nothing, and those
-- before the one that other nodes may still read, are done away with.
alter table search_cluster add column begun integer default 0 not null;
alter table search_cluster add column previous integer default 0 not null;
alter table search_cluster add column lowest integer default 1 not null;
update search_cluster set begun = present, previous = present;
