-- Purpose: which channels are recorded, the index of what is on the volumes, and gaps with their reason.
-- Locks: new tables only. May the old version still run: yes.
create table recording (
  channel_id uuid        primary key references channel on delete cascade,
  enabled    boolean     not null,
  changed_at timestamptz not null,
  version    bigint      not null
);

-- No foreign key to channel: footage outlives the device it came from.
create table segment (
  id            uuid        primary key,
  channel_id    uuid        not null,
  stream        text        not null check (stream in ('MAIN', 'SUB')),
  volume_id     uuid        not null,
  path          text        not null,
  start_at      timestamptz not null,
  end_at        timestamptz not null check (end_at >= start_at),
  bytes         bigint      not null check (bytes >= 0),
  closed        boolean     not null,
  recovered     boolean     not null,
  codecs        text        not null,
  width         integer     not null,
  height        integer     not null,
  init_bytes    integer     not null,
  run           uuid        not null,
  run_offset_us bigint      not null,
  fragments     bytea       not null,
  sha256        text,
  unique (volume_id, path)
);
comment on column segment.fragments is 'Packed fragment table, see FragmentTable of the media module';
create index segment_by_time on segment (channel_id, stream, start_at);
create index segment_open on segment (volume_id) where not closed;

create table recording_gap (
  id         bigint      generated always as identity primary key,
  channel_id uuid        not null,
  stream     text        not null,
  from_at    timestamptz not null,
  to_at      timestamptz not null check (to_at > from_at),
  reason     text        not null,
  detail     text        not null,
  unique (channel_id, stream, from_at)
);

-- The volume that was once made at a directory of a node: another one, or none, found there later is refused.
create table volume (
  id         uuid        primary key,
  node       text        not null,
  directory  text        not null,
  created_at timestamptz not null,
  unique (node, directory)
);
