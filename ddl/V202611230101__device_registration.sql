-- Purpose: devices that dial in (active registration). Their address is autoreg:<registration id>, followed by what is unusual
-- about them (?streams=<host:port>|none, &answer=none); a registration id exists once.
-- Locks: builds one index on a small table; writes to device wait meanwhile. May the old version still run: not once such a
-- device was added, because it takes every address for one of RTSP or ONVIF.
create unique index device_registration_id on device (split_part(url, '?', 1)) where url like 'autoreg:%';
comment on column device.url is
  'RTSP address, the address of ONVIF''s device service, or autoreg:<registration id>; without credentials';
