-- Purpose: device_event is cut into days, so that old events go as whole tables; how long events are kept.
-- Locks: device_event exclusively while its rows are copied. May the old version still run: no, what it inserts names no day;
-- stop it first.
create function event_day(uid uuid) returns date immutable strict parallel safe language sql as $$
  select date '1970-01-01' + case when substr(uid::text, 15, 1) = '7'
    then (('x' || substr(replace(uid::text, '-', ''), 1, 12))::bit(48)::bigint / 86400000)::int else 0 end
$$;
comment on function event_day is 'The day (UTC) of an event: that of its uid (UUIDv7), so the same uid is always of the same day and unique in the whole table; the first of 1970 for other uids';

alter table device_event rename to device_event_before;
create sequence device_event_id;
create table device_event (
  day         date        not null,
  id          bigint      not null default nextval('device_event_id'),
  uid         uuid        not null,
  device_id   uuid,
  channel_id  uuid,
  type        text        not null,
  reason_code text,
  reason_text text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  source      text        check (length(source) <= 200),
  active      boolean
) partition by range (day);
alter sequence device_event_id owned by device_event.id;
create table device_event_other partition of device_event default;
comment on table device_event_other is 'Events of days that have no table (yet), and the last word of each contact and device from days that were dropped';

do $$
declare
  today date := (now() at time zone 'UTC')::date;
  one date;
begin
  for one in
    select distinct event_day(uid) from device_event_before where event_day(uid) between today - 90 and today + 3
    union select today + n from generate_series(0, 3) n
  loop
    execute format('create table %I partition of device_event for values from (%L) to (%L)',
      'device_event_' || to_char(one, 'YYYYMMDD'), one, one + 1);
  end loop;
end $$;

insert into device_event
  select event_day(uid), id, uid, device_id, channel_id, type, reason_code, reason_text, occurred_at, received_at, source, active
  from device_event_before order by id;
select setval('device_event_id', (select max(id) from device_event_before)) where exists (select 1 from device_event_before);
drop table device_event_before;

alter table device_event add primary key (id, day), add unique (uid, day);
create index device_event_by_device on device_event (device_id, id desc);
create index device_event_contact on device_event (device_id, type, source, id desc) where type in ('INPUT', 'RELAY');
comment on column device_event.id is 'Order of storing; also the event id of the browser''s stream. Batches are stored one after another (advisory lock), so a smaller id is never committed after a larger one.';
comment on column device_event.uid is 'Natural key made by the sender: a redelivered event is dropped';
comment on column device_event.source is 'The part of the device the event is about, or the part of the center when it has no device';
comment on column device_event.active is 'Whether a state began or ended; null for what happens at once';

create table event_retention (
  one        boolean     primary key default true check (one),
  days       integer     not null check (days between 7 and 400),
  changed_at timestamptz not null,
  version    bigint      not null
);
comment on column event_retention.days is 'Events older than so many whole days (UTC) are dropped, a day at a time';
insert into event_retention (days, changed_at, version) values (90, now(), 1);
