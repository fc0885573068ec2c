-- A group has one item in a locale.
create unique index news_item_once_a_locale on news_item (translation_group, locale);
