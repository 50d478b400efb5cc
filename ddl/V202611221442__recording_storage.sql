-- Purpose: several volumes per node in groups, with quota and reserve; retention per channel; two-step deletion and its log.
-- Locks: short exclusive locks on volume and segment (new columns with constant defaults); the new indexes block writes
-- of the index while they are built: recording goes on and its rows wait. May the old version still run: yes.
create table volume_group (
  id      uuid   primary key,
  name    text   not null check (length(name) between 1 and 100),
  version bigint not null
);
create unique index volume_group_name on volume_group (lower(name));

alter table volume
  add column name          text   not null default '',
  add column group_id      uuid   references volume_group,
  add column quota_bytes   bigint check (quota_bytes > 0),
  add column reserve_bytes bigint check (reserve_bytes >= 0),
  add column version       bigint not null default 1;
comment on column volume.quota_bytes is 'Most bytes of recordings; null: what the disk has';
comment on column volume.reserve_bytes is 'Free space never used; null: the setting of the node';

create table channel_retention (
  channel_id      uuid    primary key references channel on delete cascade,
  min_days        integer check (min_days between 1 and 3650),
  max_days        integer check (max_days between 1 and 3650),
  quota_bytes     bigint  check (quota_bytes > 0),
  volume_group_id uuid    references volume_group,
  version         bigint  not null,
  check (min_days is null or max_days is null or min_days <= max_days)
);
comment on table channel_retention is 'max_days: must be deleted after; min_days: should be kept until; quota: oldest go first';

alter table segment
  add column deleting text check (deleting in ('EXPIRED', 'QUOTA', 'SPACE')),
  add column chain_no bigint,
  add column chain    text;
comment on column segment.deleting is 'First step of deletion: not shown any more, the file goes, then the row';
comment on column segment.chain is 'SHA-256 over the chain before and this segment, see SegmentChain of the media module; per channel, stream and day (UTC) in order of chain_no, which is 1,000,000 times the day since 1970 and a count';
create index segment_of_volume on segment (volume_id, start_at) include (bytes);
create index segment_deleting on segment (volume_id) where deleting is not null;
create unique index segment_chain on segment (channel_id, stream, chain_no) where chain_no is not null;
create index segment_timeline on segment (channel_id, stream, start_at) include (end_at) where deleting is null;
drop index segment_by_time;
alter table segment drop constraint segment_volume_id_path_key;
create unique index segment_path on segment (volume_id, path collate "C");

create table segment_deletion (
  id           bigint      generated always as identity primary key,
  at           timestamptz not null,
  channel_id   uuid        not null,
  channel_name text,
  day          date        not null,
  reason       text        not null check (reason in ('EXPIRED', 'QUOTA', 'SPACE')),
  files        integer     not null check (files > 0),
  bytes        bigint      not null check (bytes >= 0),
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  chain_from   bigint,
  chain_to     bigint
);
create index segment_deletion_channel on segment_deletion (channel_id, id desc);
