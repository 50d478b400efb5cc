-- Purpose: events of devices, and the outbox whose rows are relayed to the broker after commit.
-- Locks: new tables only. May the old version still run: yes.
create table device_event (
  id          bigint      generated always as identity primary key,
  uid         uuid        not null unique,
  device_id   uuid        not null,
  channel_id  uuid,
  type        text        not null,
  reason_code text,
  reason_text text,
  occurred_at timestamptz not null,
  received_at timestamptz not null
);
comment on column device_event.id is 'Order of storing; also the event id of the browser''s stream. Batches are stored one after another (advisory lock), so a smaller id is never committed after a larger one.';
comment on column device_event.uid is 'Natural key made by the sender: a redelivered event is dropped';
create index device_event_by_device on device_event (device_id, id desc);

create table outbox (
  id         bigint      generated always as identity primary key,
  topic      text        not null,
  body       text        not null,
  created_at timestamptz not null
);
