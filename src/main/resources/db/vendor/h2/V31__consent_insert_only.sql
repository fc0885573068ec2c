-- What was published and what was decided takes inserts alone. H2 fires no trigger at TRUNCATE, but refuses it to a table
-- that a foreign key refers to: here each row refers to itself.
create trigger consent_edition_insert_only before update, delete on consent_edition
    for each statement call 'dev.vestnik.database.InsertOnly';
create trigger consent_edition_text_insert_only before update, delete on consent_edition_text
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table consent_edition_text add constraint consent_edition_text_no_truncate
    foreign key (version_id, locale) references consent_edition_text (version_id, locale);
create trigger consent_decision_insert_only before update, delete on consent_decision
    for each statement call 'dev.vestnik.database.InsertOnly';
alter table consent_decision add constraint consent_decision_no_truncate
    foreign key (record_id, position, purpose) references consent_decision (record_id, position, purpose);
