-- Purpose: indexes for the search among all alarms.
-- Locks: alarm and alarm_history against writing while the indexes are built (a million alarms: seconds). May the old version still run: yes.
create index alarm_by_time on alarm (first_at desc, number desc) where not gone;
create index alarm_of_device_by_time on alarm (device_id, first_at desc, number desc) where not gone;
create index alarm_of_channel_by_time on alarm (channel_id, first_at desc, number desc) where not gone;
create index alarm_of_type_by_time on alarm (type, first_at desc, number desc) where not gone;
create index alarm_by_handler on alarm (lower(coalesce(owner, handled_by)), first_at desc, number desc) where not gone;
create index alarm_lasting on alarm (first_at desc, number desc) where ended_at is null and not gone;
create index alarm_history_words on alarm_history
  using gin (to_tsvector('simple', regexp_replace(comment, '([\u3400-\u9fff])', ' \1 ', 'g'))) where comment is not null;
