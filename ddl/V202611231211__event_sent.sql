-- Purpose: events that other systems send: which of them are known by their senders' own ids.
-- Locks: a new table. May the old version still run: yes, it knows nothing of it.
create table event_sent (
  sender  text        not null,
  own_id  text        not null check (length(own_id) <= 200),
  uid     uuid        not null,
  sent_at timestamptz not null,
  primary key (sender, own_id)
);
comment on table event_sent is 'Kept as long as events are: the same id of the same sender is the same event';
comment on column event_sent.sender is 'User name of who sent it first';
create index event_sent_old on event_sent (sent_at);
