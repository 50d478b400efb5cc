-- Purpose: who did what (append-only).
-- Locks: new table only. May the old version still run: yes.
create table audit_entry (
  id      bigint      generated always as identity primary key,
  at      timestamptz not null,
  by_user text        not null,
  action  text        not null check (length(action) <= 60),
  object  text        not null check (length(object) <= 300),
  reason  text        check (length(reason) <= 1000),
  detail  text        check (length(detail) <= 10000)
);
comment on column audit_entry.detail is 'JSON without secrets';
create index audit_entry_at on audit_entry (at desc, id desc);
create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_entry_is_append_only();
