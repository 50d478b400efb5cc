-- Purpose: tags on recordings, and locks that keep recordings from being deleted.
-- Locks: new tables only. May the old version still run: yes, it deletes nothing.
create table recording_tag (
  id         uuid        primary key,
  channel_id uuid        not null,
  at         timestamptz not null,
  name       text        not null check (length(name) between 1 and 50),
  note       text        check (length(note) <= 1000),
  by_user    text        not null,
  created_at timestamptz not null
);
create index recording_tag_channel on recording_tag (channel_id, at);
create index recording_tag_newest on recording_tag (at desc, id);

create table recording_lock (
  id          uuid        primary key,
  from_at     timestamptz not null,
  to_at       timestamptz not null check (to_at > from_at),
  kind        text        not null check (kind in ('INCIDENT', 'LEGAL_HOLD')),
  until_at    timestamptz,
  reason      text        not null check (length(reason) between 3 and 1000),
  by_user     text        not null,
  created_at  timestamptz not null,
  check ((kind = 'INCIDENT') = (until_at is not null))
);
comment on table recording_lock is 'Files that overlap the range are kept: an incident until a date, a legal hold until it is removed. Removing is audited.';

create table recording_lock_channel (
  lock_id    uuid not null references recording_lock on delete cascade,
  channel_id uuid not null,
  primary key (lock_id, channel_id)
);
create index recording_lock_channel_channel on recording_lock_channel (channel_id);
