-- Purpose: a second, smaller stream of a channel; the certificate by which an rtsps camera is known.
-- Locks: short exclusive locks (new columns without default). May the old version still run: yes.
alter table device
  add column sub_url     text check (length(sub_url) <= 1000),
  add column certificate text check (length(certificate) = 64);
comment on column device.certificate is 'SHA-256 of the certificate an rtsps camera must show; null: one that the system''s authorities vouch for';
alter table channel
  add column sub_video_codec text,
  add column sub_audio_codec text,
  add column sub_width       integer check (sub_width > 0),
  add column sub_height      integer check (sub_height > 0);
