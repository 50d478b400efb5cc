-- Purpose: what events say beside their type (plate, score, temperature ...), and conditions of schemes on it.
-- Locks: device_event and alarm_scheme for an instant. May the old version still run: yes, it neither stores attributes nor asks
-- for conditions.
alter table device_event add column attributes jsonb;
comment on column device_event.attributes is 'Up to 20 names (40 characters) with values (200 characters, numbers as text); null: none';
alter table alarm_scheme add column conditions jsonb not null default '[]';
comment on column alarm_scheme.conditions is 'What the attributes of an event must be for it to raise something; all have to hold';
