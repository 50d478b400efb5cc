-- Purpose: the sessions of users as the center sees them: who is signed in, since when, from where, and which were ended here.
-- Locks: a new table only. May the old version still run: yes; it shows nobody and lets ended sessions in until their token ends.
create table user_session (
  id          uuid        primary key,
  sid         text        not null check (length(sid) between 1 and 200),
  username    text        not null check (length(username) between 1 and 255),
  realm_roles text[]      not null,
  groups      text[]      not null,
  program     boolean     not null,
  since       timestamptz not null,
  address     text        check (length(address) <= 100),
  agent       text        check (length(agent) <= 300),
  node        text        not null,
  seen_at     timestamptz not null,
  left_at     timestamptz,
  ended_at    timestamptz,
  ended_why   text        check (ended_why in ('KICKED', 'ELSEWHERE', 'PASSWORD', 'DISABLED')),
  sso_open    boolean     not null default false,
  check ((ended_at is null) = (ended_why is null))
);
comment on table user_session is 'One row per session of Keycloak that was used here; one per service account for programs, which have no session';
comment on column user_session.sid is 'Keycloak''s id of the session (claim sid); program:<user name> for a service account';
comment on column user_session.realm_roles is 'As the newest token says: they tell what he may do while Keycloak is away';
comment on column user_session.since is 'When the center saw the session first';
comment on column user_session.left_at is 'Signed out by himself; the same session may come back while Keycloak keeps it';
comment on column user_session.ended_at is 'Ended here, by the database''s clock; it is refused for ever';
comment on column user_session.sso_open is 'Ended here, and Keycloak was not told yet';
create unique index user_session_sid on user_session (sid);
create index user_session_username on user_session (lower(username), since desc);
create index user_session_seen on user_session (seen_at);
create index user_session_ended on user_session (ended_at) where ended_at is not null;
