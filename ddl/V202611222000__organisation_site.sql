-- Purpose: the tree of sites, and the site of each device.
-- Locks: a new table; a short exclusive lock on device (new column with a constant default, checked against one row).
-- May the old version still run: yes, its devices are put into the root.
create table site (
  id         uuid    primary key,
  parent_id  uuid    references site,
  name       text    not null check (length(name) between 1 and 100),
  zone       text    check (length(zone) between 1 and 60),
  position   integer not null,
  version    bigint  not null,
  check (parent_id <> id)
);
comment on table site is 'One root; at most 10 levels with it (kept by the application, which locks the root row for every change of the tree)';
comment on column site.zone is 'IANA zone; null: that of the parent';
comment on column site.position is 'Order among the children of a parent';
create unique index site_root on site ((true)) where parent_id is null;
create index site_children on site (parent_id, position);
insert into site (id, parent_id, name, zone, position, version)
  values ('00000000-0000-7000-8000-000000000001', null, 'All sites', null, 0, 1);

alter table device
  add column site_id uuid not null default '00000000-0000-7000-8000-000000000001' references site;
create index device_by_site on device (site_id);
