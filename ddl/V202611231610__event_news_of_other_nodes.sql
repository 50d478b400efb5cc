-- Purpose: news of alarms and events for the other nodes, which have brokers of their own: who relays a row of the outbox leaves one for each
-- other node that is alive.
-- Locks: a short exclusive lock on outbox (a column without a default).
-- May the old version still run: yes; a node of the old version takes rows of others, too, which then hear that news at their next look.
alter table outbox add column node text;
comment on column outbox.node is 'The node that is to hear of it; null: nobody has yet';
