-- What was published and what was decided takes inserts alone.
create function consent_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The table % takes inserts alone', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger consent_edition_insert_only before update or delete or truncate on consent_edition
    for each statement execute function consent_refuse_change();
create trigger consent_edition_text_insert_only before update or delete or truncate on consent_edition_text
    for each statement execute function consent_refuse_change();
create trigger consent_decision_insert_only before update or delete or truncate on consent_decision
    for each statement execute function consent_refuse_change();
