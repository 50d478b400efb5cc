-- Purpose: the nodes of a center and when each was seen last, by the clock of the database: a device may have a home node,
-- and whether that is alive decides who drives it. A node writes its own row every three seconds.
-- Locks: a new table; a short exclusive lock on device and device_import_row (a column without a default).
-- May the old version still run: yes; it takes devices whatever their home, and is not seen as a node.
create table cluster_node (
  name       text        primary key check (length(name) between 1 and 100),
  holder     text        not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null
);
comment on column cluster_node.holder is 'The process, as in lease.holder';

alter table device add column home_node text check (length(home_node) between 1 and 100);
comment on column device.home_node is 'The node that drives the device as long as it is alive; null: any. No reference: a home may not be there yet, or no longer';
alter table device_import_row add column home_node text check (length(home_node) between 1 and 100);
