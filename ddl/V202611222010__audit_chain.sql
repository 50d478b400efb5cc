-- Purpose: an audit entry says who, from where, to what, before and after; it carries a MAC of its own, and seals
-- chain the entries (docs/ref/audit.md).
-- Locks: audit_entry, for a moment (columns without a default, an index over the present rows).
-- May the old version still run: yes; what it writes has no MAC and counts as older than the chain.
alter table audit_entry
  add column uid         uuid unique,
  add column subject     text check (length(subject) <= 200),
  add column address     text check (length(address) <= 100),
  add column session     text check (length(session) <= 100),
  add column object_kind text check (length(object_kind) <= 40),
  add column object_id   text check (length(object_id) <= 200),
  add column before_json text check (length(before_json) <= 100000),
  add column after_json  text check (length(after_json) <= 100000),
  add column correlation text check (length(correlation) <= 100),
  add column result      text not null default 'DONE' check (result in ('DONE', 'REFUSED')),
  add column mac         bytea check (octet_length(mac) = 32);
comment on column audit_entry.detail is 'JSON without secrets; only of entries older than the chain';
comment on column audit_entry.session is 'the first 16 hex digits of the SHA-256 of the session id';
comment on column audit_entry.mac is 'HMAC-SHA256 over the entry; the key is outside the database';
create index audit_entry_object on audit_entry (object_kind, object_id, id desc) where object_id is not null;

create table audit_seal (
  seq      bigint primary key check (seq > 0),
  entry_id bigint not null unique,
  chain    bytea  not null check (octet_length(chain) = 32)
);
comment on table audit_seal is 'the chain over the entries, in the order they were sealed, a moment after their commit';

create table audit_cut (
  seq     bigint      primary key,
  chain   bytea       not null check (octet_length(chain) = 32),
  before  timestamptz not null,
  entries bigint      not null,
  at      timestamptz not null,
  mac     bytea       not null check (octet_length(mac) = 32)
);
comment on table audit_cut is 'up to which seal entries were deleted because of their age; the chain goes on from the newest';

create or replace function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select 1 from audit_seal s, audit_cut c where s.entry_id = old.id and s.seq <= c.seq)
      or (old.mac is null and old.at < (select max(before) from audit_cut)) then
      return old;
    end if;
  end if;
  raise exception 'the audit log is append-only';
end $$;
create function audit_seal_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.seq <= (select max(seq) from audit_cut) then
      return old;
    end if;
  end if;
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_seal_append_only before update or delete on audit_seal
  for each row execute function audit_seal_is_append_only();
create function audit_is_never_emptied() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_entry_never_emptied before truncate on audit_entry execute function audit_is_never_emptied();
create trigger audit_seal_never_emptied before truncate on audit_seal execute function audit_is_never_emptied();
create trigger audit_cut_append_only before update or delete or truncate on audit_cut execute function audit_is_never_emptied();
