-- As in V41.
create trigger ledger_key_insert_only before update or delete or truncate on ledger_key
    for each statement execute function refuse_change();
create trigger ledger_leaf_insert_only before update or delete or truncate on ledger_leaf
    for each statement execute function refuse_change();
create trigger ledger_node_insert_only before update or delete or truncate on ledger_node
    for each statement execute function refuse_change();
create trigger ledger_checkpoint_insert_only before update or delete or truncate on ledger_checkpoint
    for each statement execute function refuse_change();
