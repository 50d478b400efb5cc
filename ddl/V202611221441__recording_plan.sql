-- Purpose: recording plans (channels x stream x time template x kind) and what makes a channel be recorded for a while.
-- Locks: new tables only. May the old version still run: yes, it records what is switched on and knows no plans.
create table recording_plan (
  id           uuid        primary key,
  name         text        not null check (length(name) between 1 and 100),
  enabled      boolean     not null,
  template_id  uuid        not null references time_template,
  kind         text        not null check (kind in ('CONTINUOUS', 'MOTION', 'ALARM')),
  stream       text        not null check (stream in ('MAIN', 'SUB')),
  pre_seconds  integer     not null check (pre_seconds between 0 and 30),
  post_seconds integer     not null check (post_seconds between 0 and 600),
  changed_at   timestamptz not null,
  version      bigint      not null
);
create unique index recording_plan_name on recording_plan (lower(name));
create index recording_plan_template on recording_plan (template_id);

create table recording_plan_channel (
  plan_id    uuid not null references recording_plan on delete cascade,
  channel_id uuid not null references channel on delete cascade,
  primary key (plan_id, channel_id)
);
create index recording_plan_channel_channel on recording_plan_channel (channel_id);

create table recording_trigger (
  id         bigint      generated always as identity primary key,
  channel_id uuid        not null,
  stream     text        not null check (stream in ('MAIN', 'SUB')),
  kind       text        not null check (kind in ('MOTION', 'ALARM', 'MANUAL')),
  from_at    timestamptz not null,
  until_at   timestamptz not null check (until_at >= from_at),
  by_user    text
);
comment on table recording_trigger is 'From when (with the pre-record) until when a channel is recorded for a reason beyond the clock; also what the timeline colours by kind. Overlapping ones of a kind are one row.';
create index recording_trigger_channel on recording_trigger (channel_id, until_at);
create index recording_trigger_until on recording_trigger (until_at);
