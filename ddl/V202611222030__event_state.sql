-- Purpose: events that begin and end (motion, contacts) say which of the two they are.
-- Locks: short exclusive lock (new column without default). May the old version still run: it cannot read the new types; stop it
-- first.
alter table device_event add column active boolean;
comment on column device_event.active is 'Whether a state began or ended; null for what happens at once';
comment on column device_event.source is 'The part of the device the event is about, or the part of the center when it has no device';
