-- Bodies are stored as the JSON that clients get, in UTF-8. What was JSON becomes bytes, what was text a JSON string.
alter table news_item
    alter column body_html type bytea using convert_to(to_json(body_html)::text, 'UTF8'),
    alter column body_blocks type bytea using convert_to(body_blocks, 'UTF8'),
    alter column body_text type bytea using convert_to(to_json(body_text)::text, 'UTF8'),
    alter column body_toc type bytea using convert_to(body_toc, 'UTF8');
alter table publication
    alter column body_html type bytea using convert_to(to_json(body_html)::text, 'UTF8'),
    alter column body_blocks type bytea using convert_to(body_blocks, 'UTF8'),
    alter column body_text type bytea using convert_to(to_json(body_text)::text, 'UTF8'),
    alter column body_toc type bytea using convert_to(body_toc, 'UTF8');
