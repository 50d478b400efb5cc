-- Purpose: two more acts on many devices: the channels' names written into their pictures, and one setting of encoders.
-- Locks: device_batch for a moment (a small table). May the old version still run: yes, it never orders these acts; it fails orders of them that it finds.
alter table device_batch
  drop constraint device_batch_act_check,
  add constraint device_batch_act_check check (act in ('CREDENTIALS', 'PASSWORDS', 'FIRMWARE', 'NAMES', 'ENCODERS')),
  add column place             text check (place in ('UPPER_LEFT', 'UPPER_RIGHT', 'LOWER_LEFT', 'LOWER_RIGHT')),
  add column stream            text check (stream in ('MAIN', 'SUB')),
  add column codec             text check (length(codec) <= 20),
  add column width             integer,
  add column height            integer,
  add column frame_rate        double precision,
  add column bit_rate          integer,
  add column key_interval      integer,
  add column constant_bit_rate boolean;
comment on column device_batch.place is 'NAMES: where';
comment on column device_batch.stream is 'ENCODERS: of which stream; the columns behind it say what is to be set, null stays as it is';
