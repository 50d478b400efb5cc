-- Purpose: where a device was told to move, until the center found it there; and how far clocks of devices are off.
-- Locks: new tables only. May the old version still run: yes.
create table device_move (
  device_id uuid        primary key references device on delete cascade,
  url       text        not null check (length(url) <= 1000),
  begun_at  timestamptz not null
);

create table device_clock (
  device_id     uuid        primary key references device on delete cascade,
  offset_millis bigint      not null,
  seen_at       timestamptz not null,
  wrong         boolean     not null,
  set_at        timestamptz
);
comment on column device_clock.wrong is 'off by more than five seconds; its beginning and end are events';

create table clock_schedule (
  one           boolean     primary key default true check (one),
  enabled       boolean     not null,
  at            time        not null,
  drift_seconds integer     not null check (drift_seconds between 1 and 3600),
  run_on        date
);
comment on column clock_schedule.run_on is 'the day of the last run, so that one node runs it once';
insert into clock_schedule (enabled, at, drift_seconds) values (false, '03:30', 2);
