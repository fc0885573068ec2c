-- Whether a line of the log is the last one about its resource is seen without a walk through the log.
create index change_by_resource on change (id, seq);
