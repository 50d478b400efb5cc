-- Purpose: events of a range of time are found without reading all; for the trial of alarm schemes.
-- Locks: device_event against writing while the index is built (it is small: some seconds). May the old version still run: yes.
create index device_event_by_time on device_event using brin (occurred_at);
