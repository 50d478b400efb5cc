-- Purpose: ownership by lease. One row per thing that exactly one process may work on.
-- Locks: new table only. May the old version still run: yes.
create table lease (
  resource   text        primary key check (length(resource) between 1 and 200),
  holder     text        not null,
  node       text        not null,
  epoch      bigint      not null check (epoch > 0),
  expires_at timestamptz not null
);
comment on table lease is 'Holder may write while expires_at > now() by the clock of the database, or nobody has taken it since; every guarded write names holder and epoch (fencing).';
create index lease_holder on lease (holder);
