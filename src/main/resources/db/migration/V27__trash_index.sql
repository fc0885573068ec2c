-- What is in the trash is found without a walk through the whole archive, which would keep every writer waiting.
create index news_item_by_trash on news_item (trashed_at, id);
