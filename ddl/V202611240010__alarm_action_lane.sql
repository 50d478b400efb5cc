-- Purpose: an action waits only behind those that wait for the same: the center, devices, mail, web calls.
-- Locks: alarm_action against everything while its lanes are written and its index is built (seconds for a million).
-- May the old version still run: yes; its new actions wait with those for devices, as it does not know of lanes.
alter table alarm_action add column lane text not null default 'DEVICE';
update alarm_action set lane = case
  when kind in ('RECORD', 'POPUP', 'NOTIFY', 'MAP_FLASH', 'SOUND') then 'CENTER'
  when kind = 'EMAIL' then 'MAIL'
  else 'WEB' end
where kind in ('RECORD', 'POPUP', 'NOTIFY', 'MAP_FLASH', 'SOUND', 'EMAIL', 'WEBHOOK');
comment on column alarm_action.lane is 'What it waits for; each lane has workers of its own';
drop index alarm_action_due;
create index alarm_action_due on alarm_action (lane, due_at) where state = 'PENDING';
