-- Purpose: firmware files that were uploaded to be sent to devices; the files lie on the node that took them.
-- Locks: new table only. May the old version still run: yes.
create table device_firmware (
  id         uuid        primary key,
  name       text        not null check (length(name) <= 200),
  bytes      bigint      not null check (bytes > 0),
  sha256     text        check (length(sha256) = 64),
  node       text        not null,
  by_user    text        not null,
  created_at timestamptz not null
);
comment on column device_firmware.sha256 is 'null: the file has not arrived whole yet';
