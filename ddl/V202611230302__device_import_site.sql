-- Purpose: the site at which a device of an import is to stand.
-- Locks: short exclusive lock (a new column without default). May the old version still run: yes; it adds them at the root.
alter table device_import_row add column site_id uuid;
