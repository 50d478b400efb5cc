-- Purpose: who talks to a camera now; one talker a camera in the whole cluster.
-- Locks: new table only. May the old version still run: yes, it does not know the table.
create table talk_line (
  channel_id uuid        primary key references channel on delete cascade,
  talk_id    uuid        not null,
  holder     text        not null,
  until      timestamptz not null
);
comment on table talk_line is 'A row counts until its time; the talk prolongs it, so a talk whose node died ends by itself';
