-- Purpose: long work that users list, pause, cancel and repeat (exports, checks).
-- Locks: new table only. May the old version still run: yes.
create table job (
  id          uuid        primary key,
  kind        text        not null check (length(kind) <= 40),
  title       text        not null check (length(title) <= 300),
  node        text        not null,
  state       text        not null check (state in ('QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  request     text        not null check (length(request) <= 100000),
  result      text,
  done        bigint      not null default 0,
  total       bigint      not null default 0,
  unit        text        not null check (unit in ('BYTES', 'FILES')),
  reason_code text,
  reason_text text,
  by_user     text        not null,
  created_at  timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz,
  expires_at  timestamptz,
  attempt     integer     not null default 0
);
comment on column job.node is 'Node that has the files the job works on';
comment on column job.attempt is 'Fencing: the runner of an older attempt may not write';
create index job_waiting on job (node, created_at) where state = 'QUEUED';
create index job_newest on job (created_at desc, id);
