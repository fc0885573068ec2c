-- The editions that are pinned, apart from the others: they are few, so that a list finds those that stand above it
-- without a walk through all.
create table pin (
    edition      uuid primary key references publication (edition) on delete cascade,
    pinned_until timestamp with time zone not null
);
insert into pin (edition, pinned_until)
    select edition, featured_until from publication where featured_until is not null;
create index pin_by_end on pin (pinned_until);
