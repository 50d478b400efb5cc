-- Purpose: storing events and making alarms of them costs less; what an event can reach is found at once also where a source has had very many alarms, and what lasts at a source.
-- Locks: alarm against writing while the indexes are built (seconds for a million). May the old version still run: yes.
create index alarm_by_end on alarm (scheme_id, source_key, type, (coalesce(ended_at, 'infinity')));
create index alarm_lasting_at on alarm (source_key, type) where ended_at is null and not gone;

-- A strict function is called for each row; this one is taken into the statement.
create or replace function event_day(uid uuid) returns date immutable parallel safe language sql as $$
  select date '1970-01-01' + case when substr(uid::text, 15, 1) = '7'
    then (('x' || substr(replace(uid::text, '-', ''), 1, 12))::bit(48)::bigint / 86400000)::int else 0 end
$$;

-- Rows are added in the order of this column: a summary of blocks is enough to find the old ones.
drop index event_sent_old;
create index event_sent_old on event_sent using brin (sent_at);
