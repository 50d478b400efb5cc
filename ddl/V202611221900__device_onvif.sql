-- Purpose: devices that speak ONVIF: what they say they are, and per channel where its streams are and what moves it.
-- Locks: short exclusive locks (new columns without default, one index on a small table). May the old version still run: yes,
-- but it shows ONVIF devices as offline.
alter table device
  add column manufacturer text check (length(manufacturer) <= 100),
  add column model        text check (length(model) <= 100),
  add column firmware     text check (length(firmware) <= 100),
  add column serial       text check (length(serial) <= 100);
comment on column device.url is 'RTSP address, or the address of ONVIF''s device service; without credentials';
create unique index device_by_serial on device (manufacturer, model, serial) where serial is not null;

alter table channel
  add column url         text check (length(url) <= 1000),
  add column sub_url     text check (length(sub_url) <= 1000),
  add column ptz_profile text check (length(ptz_profile) <= 100);
comment on column channel.url is 'of the main stream; null: that of the device';
comment on column channel.ptz_profile is 'ONVIF profile through which the camera is moved; null: it does not move';

-- Who moves a camera now. One row a camera, claimed by one statement, so that it holds for all nodes.
create table ptz_hold (
  channel_id  uuid        primary key references channel on delete cascade,
  holder      text        not null check (length(holder) <= 200),
  level       integer     not null check (level between 1 and 8),
  until       timestamptz not null
);
