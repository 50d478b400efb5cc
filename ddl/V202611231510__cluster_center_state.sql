-- Purpose: what lasts at the center itself (a lost node, a queue that lags, messages put aside), so that its beginning and its end are
-- each told once, whichever node finds out; and the goodbye of a node that was stopped, which is therefore not lost.
-- Locks: a new table; a short exclusive lock on cluster_node (a column without a default).
-- May the old version still run: yes; a node of the old version says no goodbye and counts as lost when it is stopped.
create table center_state (
  type   text        not null check (length(type) between 1 and 64),
  source text        not null check (length(source) between 1 and 200),
  since  timestamptz not null,
  primary key (type, source)
);
comment on table center_state is 'A row lasts as long as the state; it is written in the transaction that stores the event of its beginning and removed in that of its end';

alter table cluster_node add column left_at timestamptz;
comment on column cluster_node.left_at is 'When its process said that it stops; null while it runs and when it ended without a word';
