-- Each filter of the privacy officer's list is walked along an index in the list's own order, and an erased record is
-- found by the token that once opened it.
create index consent_record_by_notice_time on consent_record (notice_key, given_at desc, id desc);
create index consent_record_by_number on consent_record (notice_version, given_at desc, id desc);
create index consent_record_by_end_time on consent_record (expires_at desc, id desc);
create index consent_record_by_tombstone on consent_record (tombstone);
create index consent_decision_by_decision on consent_decision (decision, given_at desc, record_id desc);
