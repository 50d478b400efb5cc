-- Purpose: roles, what they grant, who has them, and a number that changes whenever any of that or the tree changes.
-- Locks: new tables; short exclusive locks on site, device and channel (new triggers). May the old version still run: yes,
-- it knows administrators and operators only.
create table role (
  id         uuid    primary key,
  name       text    not null check (length(name) between 1 and 100),
  remark     text    check (length(remark) <= 1000),
  functions  text[]  not null,
  whole      boolean not null,
  built_in   boolean not null default false,
  version    bigint  not null
);
comment on column role.functions is 'Permission words such as live.view; * means all';
comment on column role.whole is 'Everywhere; else only where role_grant says';
create unique index role_name on role (lower(name));

create table role_grant (
  role_id    uuid   not null references role on delete cascade,
  kind       text   not null check (kind in ('SITE', 'DEVICE', 'CHANNEL')),
  object_id  uuid   not null,
  functions  text[],
  primary key (role_id, kind, object_id)
);
comment on column role_grant.functions is 'null: all of the role; else those of the role that are named here';
create index role_grant_object on role_grant (object_id);

create table role_mapping (
  kind       text    not null check (kind in ('GROUP', 'REALM_ROLE')),
  name       text    not null check (length(name) between 1 and 255),
  role_id    uuid    not null references role on delete cascade,
  fixed      boolean not null default false,
  primary key (kind, name, role_id)
);
comment on table role_mapping is 'Who is in a group or has a realm role of Keycloak has the role here';

create table account (
  id            uuid        primary key,
  username      text        not null check (length(username) between 1 and 255),
  enabled       boolean     not null default true,
  ptz_level     integer     not null default 3 check (ptz_level between 1 and 8),
  expires_at    timestamptz,
  many_sessions boolean     not null default true,
  remark        text        check (length(remark) <= 1000),
  created_at    timestamptz not null,
  version       bigint      not null
);
comment on table account is 'What the center knows of a user of Keycloak beyond the sign-in; who has no row has the roles of his groups and realm roles';
create unique index account_username on account (lower(username));

create table account_role (
  account_id uuid not null references account on delete cascade,
  role_id    uuid not null references role on delete cascade,
  primary key (account_id, role_id)
);
create index account_role_role on account_role (role_id);

insert into role (id, name, functions, whole, built_in, version) values
  ('00000000-0000-7000-8000-000000000002', 'Administrator', '{*}', true, true, 1),
  ('00000000-0000-7000-8000-000000000003', 'Operator', '{live.view,live.talk,ptz.operate,recording.play,recording.download,recording.tag,recording.lock,recording.operate,device.read,event.read,system.read}', true, true, 1);
insert into role_mapping (kind, name, role_id, fixed) values
  ('REALM_ROLE', 'lynceus-admin', '00000000-0000-7000-8000-000000000002', true),
  ('REALM_ROLE', 'lynceus-operator', '00000000-0000-7000-8000-000000000003', false);

-- The number that nodes compare once a second. It is raised at the end of each transaction that changes rights or the
-- tree, so that its row is locked for the time of a commit only, and once however many rows were changed.
create table rights_revision (
  one    boolean primary key default true check (one),
  number bigint  not null,
  by_tx  bigint  not null
);
insert into rights_revision (number, by_tx) values (1, 0);
create function rights_changed() returns trigger language plpgsql as $$
begin
  update rights_revision set number = number + 1, by_tx = txid_current() where by_tx <> txid_current();
  return null;
end $$;
create constraint trigger site_rights after insert or update or delete on site
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger device_rights after insert or delete or update of site_id on device
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger channel_rights after insert or delete on channel
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger role_rights after insert or update or delete on role
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger role_grant_rights after insert or update or delete on role_grant
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger role_mapping_rights after insert or update or delete on role_mapping
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger account_rights after insert or update or delete on account
  deferrable initially deferred for each row execute function rights_changed();
create constraint trigger account_role_rights after insert or update or delete on account_role
  deferrable initially deferred for each row execute function rights_changed();

-- What is granted on something goes with it.
create function role_grant_forget() returns trigger language plpgsql as $$
begin
  delete from role_grant where object_id = old.id;
  return null;
end $$;
create trigger site_forget_grants after delete on site for each row execute function role_grant_forget();
create trigger device_forget_grants after delete on device for each row execute function role_grant_forget();
create trigger channel_forget_grants after delete on channel for each row execute function role_grant_forget();
