-- Refuses every UPDATE and DELETE of a table that takes inserts alone, whether or not it meets a row. H2 fires no trigger
-- at TRUNCATE, but refuses it to a table that a foreign key refers to: here each row refers to itself. Guard a table in a
-- later migration of this folder with the same two statements as below, and in db/vendor/postgresql with its own.
create trigger ledger_event_insert_only before update, delete on ledger_event
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table ledger_event add constraint ledger_event_no_truncate foreign key (id) references ledger_event (id);
