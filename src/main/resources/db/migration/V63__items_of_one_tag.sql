-- The items that carry a tag are read on from one of them, in the order of their ids.
create index publication_tag_carriers on publication_tag (tag_id, publication_id);
