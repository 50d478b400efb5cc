-- Purpose: time templates (weekly periods and holidays), shared by whatever follows a schedule.
-- Locks: new table only. May the old version still run: yes.
create table time_template (
  id         uuid        primary key,
  name       text        not null check (length(name) between 1 and 100),
  zone       text        check (length(zone) <= 100),
  builtin    boolean     not null default false,
  rules      text        not null check (length(rules) <= 100000),
  changed_at timestamptz not null,
  version    bigint      not null
);
comment on column time_template.zone is 'IANA zone in which the periods are read; null: the zone of the site';
comment on column time_template.rules is 'JSON of org.lynceus.schedule.TimeRules: week and holidays';
create unique index time_template_name on time_template (lower(name));
insert into time_template (id, name, zone, builtin, rules, changed_at, version) values
  ('00000000-0000-7000-8000-000000000001', 'All day', null, true,
   '{"week":{"MONDAY":[["00:00","24:00"]],"TUESDAY":[["00:00","24:00"]],"WEDNESDAY":[["00:00","24:00"]],"THURSDAY":[["00:00","24:00"]],"FRIDAY":[["00:00","24:00"]],"SATURDAY":[["00:00","24:00"]],"SUNDAY":[["00:00","24:00"]]},"holidays":[]}',
   now(), 1);
