-- Purpose: one act on many devices, device by device with what became of each; and passwords that a device was told but that are not settled yet.
-- Locks: new tables only. May the old version still run: yes.
create table device_batch (
  id              uuid        primary key,
  act             text        not null check (act in ('CREDENTIALS', 'PASSWORDS', 'FIRMWARE')),
  by_user         text        not null,
  created_at      timestamptz not null,
  job_id          uuid,
  username        text        check (length(username) <= 100),
  secret          bytea,
  password_length integer     check (password_length between 8 and 32),
  firmware_id     uuid
);
comment on column device_batch.secret is 'CREDENTIALS: the password, AES-256-GCM with the batch''s id; gone when the last device was tried';

create table device_batch_item (
  batch_id    uuid    not null references device_batch on delete cascade,
  number      integer not null check (number > 0),
  device_id   uuid    not null,
  name        text    not null check (length(name) <= 100),
  state       text    not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  reason_code text,
  reason_text text,
  primary key (batch_id, number)
);

create table device_password_change (
  device_id uuid        primary key references device on delete cascade,
  candidate bytea       not null,
  by_user   text        not null,
  begun_at  timestamptz not null,
  tries     integer     not null default 0,
  next_at   timestamptz not null
);
comment on table device_password_change is 'a password the device may have taken; a row goes once it is known which of the two holds';
comment on column device_password_change.candidate is 'AES-256-GCM with the device''s id, like device.password';
