-- Purpose: devices and their channels.
-- Locks: new tables only. May the old version still run: yes.
create table device (
  id         uuid        primary key,
  name       text        not null check (length(name) between 1 and 100),
  url        text        not null check (length(url) <= 1000),
  username   text        check (length(username) <= 100),
  password   bytea,
  created_at timestamptz not null,
  version    bigint      not null
);
comment on column device.url is 'RTSP address without credentials';
comment on column device.password is 'AES-256-GCM, key outside the database';
create index device_by_name on device (lower(name), id);

create table channel (
  id          uuid    primary key,
  device_id   uuid    not null references device on delete cascade,
  number      integer not null check (number between 1 and 1024),
  name        text    not null check (length(name) between 1 and 100),
  video_codec text    not null,
  audio_codec text,
  width       integer check (width > 0),
  height      integer check (height > 0),
  version     bigint  not null,
  unique (device_id, number)
);
create index channel_by_name on channel (lower(name), id);
