-- Purpose: saved walls and tours over them.
-- Locks: new tables only. May the old version still run: yes.
create table live_view (
  id         uuid        primary key,
  owner      text        not null,
  owner_name text        not null,
  name       text        not null check (length(name) between 1 and 100),
  folder     text        check (length(folder) between 1 and 100),
  shared     boolean     not null,
  size       integer     not null check (size in (1, 4, 6, 8, 9, 13, 16, 25, 36, 64)),
  channels   text        not null check (length(channels) <= 4000),
  version    bigint      not null
);
comment on column live_view.owner is 'User of the sign-in (preferred_username)';
comment on column live_view.channels is 'Channel ids in order of panes, separated by commas, empty for an empty pane';
create unique index live_view_name on live_view (owner, lower(coalesce(folder, '')), lower(name));

create table live_tour (
  id         uuid        primary key,
  owner      text        not null,
  owner_name text        not null,
  name       text        not null check (length(name) between 1 and 100),
  shared     boolean     not null,
  version    bigint      not null
);
create unique index live_tour_name on live_tour (owner, lower(name));

create table live_tour_step (
  tour_id       uuid    not null references live_tour on delete cascade,
  number        integer not null,
  view_id       uuid    not null references live_view on delete cascade,
  dwell_seconds integer not null check (dwell_seconds between 3 and 3600),
  primary key (tour_id, number)
);
