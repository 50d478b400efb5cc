-- Purpose: parts of names are looked for among the names that alarms have, in place of among all alarms; alarms of a source are found by its name.
-- Locks: alarm against writing while the index is built and the names are gathered (seconds for a million). May the old version still run: yes; a name that only it has used is found once the new one uses it.
create table alarm_name (
  name      text    not null,
  of_scheme boolean not null,
  primary key (name, of_scheme)
);
comment on table alarm_name is 'Every name of a source or scheme that an alarm was ever raised with; written with the alarm';
lock table alarm in share mode;
insert into alarm_name (name, of_scheme) select distinct source_name, false from alarm;
insert into alarm_name (name, of_scheme) select distinct scheme_name, true from alarm;
create index alarm_of_source_by_time on alarm (source_name, first_at desc, number desc) where not gone;
