-- Purpose: devices that are brought in many at once, from a search or a file: what was asked for and what became of each row.
-- Locks: new tables only. May the old version still run: yes.
create table device_import (
  id         uuid        primary key,
  source     text        not null check (source in ('SEARCH', 'FILE')),
  file_name  text        check (length(file_name) <= 200),
  columns    text        not null check (length(columns) <= 4000),
  by_user    text        not null,
  created_at timestamptz not null,
  job_id     uuid
);
comment on column device_import.columns is 'the file''s columns as a JSON array, for the sheet of what failed';

create table device_import_row (
  import_id   uuid    not null references device_import on delete cascade,
  number      integer not null check (number > 0),
  state       text    not null check (state in ('READY', 'INVALID', 'TRYING', 'ADDED', 'FAILED')),
  name        text    not null check (length(name) <= 1000),
  url         text    not null check (length(url) <= 1000),
  sub_url     text    check (length(sub_url) <= 1000),
  certificate text    check (length(certificate) <= 1000),
  username    text    check (length(username) <= 1000),
  password    bytea,
  cells       text    not null check (length(cells) <= 40000),
  reason_code text,
  reason_text text,
  device_id   uuid,
  primary key (import_id, number)
);
comment on column device_import_row.password is 'AES-256-GCM with the import''s id; gone as soon as the row has been tried';
comment on column device_import_row.cells is 'the row of the file as a JSON array, without the password';
comment on column device_import_row.state is 'TRYING: the password may have been presented; it is never presented again by itself';
