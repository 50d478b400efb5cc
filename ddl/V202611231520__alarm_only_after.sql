-- Purpose: schemes that raise an alarm only after other events (A, then B within some seconds).
-- Locks: alarm_scheme for an instant; a new table. May the old version still run: yes, it raises such alarms without waiting.
alter table alarm_scheme add column only_after jsonb;
comment on column alarm_scheme.only_after is 'Sources, types and seconds of what has to come before; null: nothing';

create table alarm_part (
  scheme_id  uuid        not null,
  first      boolean     not null,
  source_key text        not null,
  type       text        not null,
  event_uid  uuid        not null,
  at         timestamptz not null,
  active     boolean,
  primary key (scheme_id, event_uid, first, source_key, type)
);
comment on table alarm_part is 'Events of schemes that ask for an order: the first ones, and those that no first one came before yet; forgotten after two days';
create index alarm_part_at on alarm_part (scheme_id, at);
create index alarm_part_old on alarm_part (at);
