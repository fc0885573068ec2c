-- What kinds of data a purpose takes, as a JSON array; where it is empty, receipts tell it by the purpose's signals.
alter table consent_purpose add column data varchar default '[]' not null;
