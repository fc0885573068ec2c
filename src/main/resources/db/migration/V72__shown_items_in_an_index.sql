-- Maps of the site count their items off: the columns that say whether an item is shown stand in the index, so that the
-- rows themselves, which are a hundred times as large, are not read.
create index publication_shown on publication (id, visible_from, visible_until, seo_noindex);
drop index publication_by_item;
