-- Purpose: alarm schemes, alarms, what they are made of, their history, and where the work on events stands.
-- Locks: new tables; one row of role. May the old version still run: yes, it knows nothing of alarms.
create table alarm_scheme (
  id                uuid        primary key,
  name              text        not null check (length(name) between 1 and 100),
  enabled           boolean     not null,
  priority          text        not null check (priority in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  template_id       uuid        not null references time_template,
  types             text[]      not null,
  merge_seconds     integer     not null check (merge_seconds between 0 and 600),
  cap_seconds       integer     not null check (cap_seconds between 1 and 3600),
  delay_on_seconds  integer     not null check (delay_on_seconds between 0 and 600),
  delay_off_seconds integer     not null check (delay_off_seconds between 0 and 600),
  procedure         text        check (length(procedure) <= 4000),
  to_roles          uuid[]      not null default '{}',
  to_users          text[]      not null default '{}',
  changed_at        timestamptz not null,
  version           bigint      not null
);
create unique index alarm_scheme_name on alarm_scheme (lower(name));
comment on column alarm_scheme.to_roles is 'With to_users empty: whoever may see the source';

create table alarm_scheme_source (
  scheme_id uuid not null references alarm_scheme on delete cascade,
  kind      text not null check (kind in ('CHANNEL', 'DEVICE', 'INPUT', 'SITE', 'CENTER')),
  object_id uuid check ((object_id is null) = (kind = 'CENTER')),
  part      text check (length(part) <= 200 and (part is null) = (kind <> 'INPUT')),
  unique nulls not distinct (scheme_id, kind, object_id, part)
);

create table alarm (
  id          uuid        primary key,
  number      bigint      generated always as identity unique,
  scheme_id   uuid        not null,
  scheme_name text        not null,
  priority    text        not null check (priority in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  procedure   text,
  type        text        not null,
  source_key  text        not null,
  device_id   uuid,
  channel_id  uuid,
  part        text,
  source_name text        not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  ended_at    timestamptz,
  end_missing boolean     not null default false,
  occurrences integer     not null,
  handling    text        not null default 'PENDING'
    check (handling in ('PENDING', 'PROCESSING', 'RESOLVED', 'FALSE_ALARM', 'IGNORED')),
  owner       text        check ((handling = 'PROCESSING') = (owner is not null)),
  handled_by  text,
  handled_at  timestamptz,
  to_roles    uuid[]      not null,
  to_users    text[]      not null,
  gone        boolean     not null default false,
  merged_into uuid        references alarm,
  shelf_id    uuid,
  suppressed  boolean     not null default false,
  raised_at   timestamptz not null,
  changed_at  timestamptz not null,
  version     bigint      not null
);
comment on table alarm is 'Never deleted by the work on events: what is none any more stays and says so (gone)';
comment on column alarm.gone is 'Its events belong to another alarm (merged_into), or turned out to be of states too short';
comment on column alarm.scheme_id is 'No reference: an alarm outlives its scheme';
comment on column alarm.ended_at is 'null while the state lasts';
comment on column alarm.occurrences is 'How many raising events it is made of';
comment on column alarm.shelf_id is 'The shelf that held it back when it was raised';
comment on column alarm.suppressed is 'Raised while its device was away: counted, shown apart';
create index alarm_by_key on alarm (scheme_id, source_key, type, first_at);
create index alarm_newest on alarm (number desc) where not gone;
create index alarm_open on alarm (number desc) where handling in ('PENDING', 'PROCESSING') and not gone;
create index alarm_of_device on alarm (device_id, number desc);

create table alarm_occurrence (
  scheme_id  uuid        not null,
  source_key text        not null,
  type       text        not null,
  event_uid  uuid        not null,
  at         timestamptz not null,
  active     boolean,
  alarm_id   uuid        references alarm,
  primary key (scheme_id, source_key, type, event_uid)
);
comment on table alarm_occurrence is 'The events alarms are made of, kept so that a late one can regroup them; forgotten after some days';
create index alarm_occurrence_at on alarm_occurrence (scheme_id, source_key, type, at);
create index alarm_occurrence_of on alarm_occurrence (alarm_id);
create index alarm_occurrence_old on alarm_occurrence (at);

create table alarm_due (
  scheme_id  uuid        not null,
  source_key text        not null,
  type       text        not null,
  due_at     timestamptz not null,
  primary key (scheme_id, source_key, type)
);
comment on table alarm_due is 'Keys whose alarms change by time alone: delays, and states without an end';
create index alarm_due_at on alarm_due (due_at);

create table alarm_history (
  id       bigint      generated always as identity primary key,
  alarm_id uuid        not null references alarm,
  at       timestamptz not null,
  by_user  text        not null,
  act      text        not null,
  subject  text,
  comment  text        check (length(comment) <= 1024)
);
comment on column alarm_history.by_user is 'A user name; empty: the center itself';
create index alarm_history_of on alarm_history (alarm_id, id);

create table alarm_shelf (
  id         uuid        primary key,
  scheme_id  uuid,
  type       text,
  source_key text,
  device_id  uuid,
  channel_id uuid,
  name       text        not null,
  reason     text        not null check (length(reason) between 1 and 1024),
  by_user    text        not null,
  begins_at  timestamptz not null,
  ends_at    timestamptz not null,
  ended_by   text,
  check (scheme_id is not null or type is not null and source_key is not null)
);
create index alarm_shelf_now on alarm_shelf (ends_at);

create table alarm_cursor (
  one      boolean primary key default true check (one),
  event_id bigint  not null
);
comment on table alarm_cursor is 'The last event that was looked at; moved in the transaction that writes its alarms';
insert into alarm_cursor (event_id) select coalesce(max(id), 0) from device_event;

create table alarm_skipped (
  event_id bigint      primary key,
  at       timestamptz not null,
  reason   text        not null check (length(reason) <= 1000)
);
comment on table alarm_skipped is 'Events that raised nothing because the work on them failed or they came too late';

update role set functions = functions || '{alarm.read,alarm.operate}', version = version + 1
where id = '00000000-0000-7000-8000-000000000003' and not 'alarm.read' = any (functions);
