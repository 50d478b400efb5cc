-- Purpose: the last state of a device's inputs and outputs is found among many events; operators may switch outputs.
-- Locks: device_event is locked against writing while the index is built; one row of role. May the old version still run: yes,
-- it does not know the function and leaves it out.
create index device_event_contact on device_event (device_id, type, source, id desc) where type in ('INPUT', 'RELAY');

update role set functions = array_append(functions, 'live.output'), version = version + 1
where id = '00000000-0000-7000-8000-000000000003' and not 'live.output' = any (functions);
