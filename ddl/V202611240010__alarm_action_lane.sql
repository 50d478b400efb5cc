-- Purpose: an action waits only behind those that wait for the same: the center, devices, mail, web calls.
alter table alarm_action add lane text;
update alarm_action set lane = case
  when kind in ('RECORD', 'POPUP', 'NOTIFY', 'MAP_FLASH', 'SOUND') then 'CENTER'
  when kind = 'EMAIL' then 'MAIL'
  when kind = 'WEBHOOK' then 'WEB'
  else 'DEVICE' end;
alter table alarm_action alter lane set not null;
comment on column alarm_action.lane is 'What it waits for; each lane has workers of its own';
drop index alarm_action_due;
create index alarm_action_due on alarm_action (lane, due_at) where state = 'PENDING';
