-- As in V41.
create trigger ledger_key_insert_only before update, delete on ledger_key
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table ledger_key add constraint ledger_key_no_truncate foreign key (generation) references ledger_key (generation);
create trigger ledger_leaf_insert_only before update, delete on ledger_leaf
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table ledger_leaf add constraint ledger_leaf_no_truncate foreign key (leaf_index) references ledger_leaf (leaf_index);
create trigger ledger_node_insert_only before update, delete on ledger_node
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table ledger_node add constraint ledger_node_no_truncate foreign key (place) references ledger_node (place);
create trigger ledger_checkpoint_insert_only before update, delete on ledger_checkpoint
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table ledger_checkpoint add constraint ledger_checkpoint_no_truncate foreign key (number) references ledger_checkpoint (number);
