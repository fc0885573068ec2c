-- Bodies are stored as the JSON that clients get, in UTF-8. What was JSON becomes bytes, what was text a JSON string.
update news_item set body_html = cast(cast(body_html as json) as varchar), body_text = cast(cast(body_text as json) as varchar);
alter table news_item alter column body_html set data type bytea;
alter table news_item alter column body_blocks set data type bytea;
alter table news_item alter column body_text set data type bytea;
alter table news_item alter column body_toc set data type bytea;
update publication set body_html = cast(cast(body_html as json) as varchar), body_text = cast(cast(body_text as json) as varchar);
alter table publication alter column body_html set data type bytea;
alter table publication alter column body_blocks set data type bytea;
alter table publication alter column body_text set data type bytea;
alter table publication alter column body_toc set data type bytea;
