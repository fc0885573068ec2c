-- Refuses every UPDATE, DELETE and TRUNCATE of a table that takes inserts alone, whether or not it meets a row. Guard a
-- table in a later migration of this folder with the same two lines as below, and in db/vendor/h2 with its own.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The table % takes inserts alone', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger ledger_event_insert_only before update or delete or truncate on ledger_event
    for each statement execute function refuse_change();
