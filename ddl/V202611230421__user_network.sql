-- Purpose: from which networks a user may sign in.
-- Locks: account, exclusive and short: a column with a constant default rewrites nothing. May the old version still run: yes; it lets
-- everybody in from everywhere.
alter table account add column networks text[] not null default '{}';
comment on column account.networks is 'Networks such as 10.1.0.0/16; none: from everywhere';
