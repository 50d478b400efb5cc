-- Purpose: what is done when an alarm is raised: actions of schemes, their runs, pictures, notices, and who keeps seconds before alarms.
-- Locks: short ones on alarm_scheme and alarm for new columns with constant defaults; new tables. May the old version still run: yes, it does no actions.
alter table alarm_scheme add column actions jsonb not null default '[]';
comment on column alarm_scheme.actions is 'In order; an action is named by its number, from 1';

alter table alarm add column popup uuid[] not null default '{}';
alter table alarm add column flashes boolean not null default false;
alter table alarm add column sounds boolean not null default false;
alter table alarm add column noticed_at timestamptz;
comment on column alarm.popup is 'Channels whose live pictures are to open where the alarm is told';
comment on column alarm.flashes is 'It flashes on maps';
comment on column alarm.sounds is 'It sounds until somebody has it';
comment on column alarm.noticed_at is 'When somebody was last sent a notice of it';

create table alarm_action (
  alarm_id   uuid        not null references alarm,
  number     integer     not null check (number >= 1),
  scheme_id  uuid        not null,
  kind       text        not null,
  parameters jsonb       not null,
  state      text        not null check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED')),
  begins_at  timestamptz not null,
  due_at     timestamptz not null,
  attempts   integer     not null default 0,
  holder     text        check ((state = 'RUNNING') = (holder is not null)),
  until_at   timestamptz check ((state = 'RUNNING') = (until_at is not null)),
  code       text,
  reason     text        check (length(reason) <= 1000),
  changed_at timestamptz not null,
  primary key (alarm_id, number)
);
comment on column alarm_action.number is 'Of the action in its scheme; 1,000 more: what ends it (the output off, the camera back)';
comment on column alarm_action.begins_at is 'When it was first due: it is tried for a time after that';
comment on column alarm_action.holder is 'The process that does it now, until until_at by the clock of the database';
create index alarm_action_due on alarm_action (due_at) where state = 'PENDING';
create index alarm_action_running on alarm_action (until_at) where state = 'RUNNING';
create index alarm_action_mail on alarm_action (scheme_id, number) where state = 'PENDING' and kind = 'EMAIL';

create table alarm_scheme_secret (
  scheme_id uuid  primary key references alarm_scheme on delete cascade,
  sealed    bytea not null
);
comment on table alarm_scheme_secret is 'What web calls of the scheme are signed with, sealed with the key of the node';

create table alarm_mail (
  scheme_id uuid        primary key,
  sent_at   timestamptz not null
);
comment on table alarm_mail is 'When a scheme last sent mail: one a minute';

create table alarm_picture (
  id         uuid        primary key,
  alarm_id   uuid        not null references alarm,
  number     integer     not null,
  channel_id uuid        not null,
  taken_at   timestamptz not null,
  jpeg       bytea       not null check (length(jpeg) <= 8388608),
  unique (alarm_id, number, channel_id)
);
alter table alarm_picture alter column jpeg set storage external;
create index alarm_picture_old on alarm_picture (taken_at);

create table alarm_notice (
  id       uuid        primary key,
  alarm_id uuid        not null references alarm,
  number   integer     not null,
  at       timestamptz not null,
  text     text        not null check (length(text) between 1 and 500),
  to_roles uuid[]      not null,
  to_users text[]      not null,
  unique (alarm_id, number)
);
create index alarm_notice_newest on alarm_notice (at desc);

create table alarm_notice_read (
  notice_id uuid not null references alarm_notice on delete cascade,
  username  text not null,
  primary key (notice_id, username)
);

create table recording_standby (
  wanted_by   uuid    not null,
  channel_id  uuid    not null references channel on delete cascade,
  pre_seconds integer not null check (pre_seconds between 1 and 30),
  primary key (wanted_by, channel_id)
);
comment on table recording_standby is 'Whose last seconds are kept in memory for a recording that something may begin';
