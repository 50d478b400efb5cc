-- Purpose: events of the center itself (volumes, retention), which have no device.
-- Locks: short exclusive lock. May the old version still run: it cannot read such rows; stop it first.
alter table device_event
  alter column device_id drop not null,
  add column source text check (length(source) <= 200);
comment on column device_event.source is 'What the event is about when it is no device, for example the name of a volume';
