# The embedded PostgreSQL: made once with two databases and their users, listening on 127.0.0.1 with passwords.
# Sourced by ../../lynceus.

PGDATA_DIR=$LYNCEUS_HOME/data/postgresql

as_ordinary_user() { if [[ $(id -u) -eq 0 ]]; then unshare -U -- "$@"; else "$@"; fi; }

start_postgresql() {
  ! running postgresql || return 0
  [[ -e $PGDATA_DIR/PG_VERSION ]] || make_databases
  clear_stale_postmaster
  local run=("$POSTGRESQL_HOME/bin/postgres" -D "$PGDATA_DIR" -p "$LYNCEUS_DB_PORT" -c listen_addresses=127.0.0.1
    -c unix_socket_directories= -c max_connections=120 -c shared_buffers=128MB -c log_checkpoints=off
    -c "log_line_prefix=%m [%p] %u@%d ")
  [[ $(id -u) -ne 0 ]] || run=(unshare -U -- "${run[@]}")
  spawn postgresql "${run[@]}"
  wait_until 60 postgresql_settled || fail_with_log postgresql "PostgreSQL was not ready after 60 s"
  running postgresql || fail_with_log postgresql "PostgreSQL did not start"
}

postgresql_settled() {
  running postgresql || return 0
  [[ $(sed -n 8p "$PGDATA_DIR/postmaster.pid" 2>/dev/null) == ready* ]] &&
    [[ $(sed -n 1p "$PGDATA_DIR/postmaster.pid") == "$(leader_pid postgresql)" ]]
}

# A postmaster.pid after a kill -9 names a process that may be any other today. One that still serves our data is ended.
clear_stale_postmaster() {
  local file=$PGDATA_DIR/postmaster.pid pid
  [[ -e $file ]] || return 0
  pid=$(sed -n 1p "$file")
  if [[ $(cat "/proc/$pid/comm" 2>/dev/null) == postgres ]] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "$PGDATA_DIR"; then
    kill -INT "$pid"
    wait_until 30 process_gone "$pid" || fail "an older PostgreSQL (pid $pid) still serves $PGDATA_DIR and does not stop"
  fi
  rm -f "$file"
}

process_gone() { ! start_time_of "$1" >/dev/null; }

make_databases() {
  rm -rf "$PGDATA_DIR.new"
  (umask 077 && mkdir -p "$PGDATA_DIR.new")
  as_ordinary_user "$POSTGRESQL_HOME/bin/initdb" -D "$PGDATA_DIR.new" -U postgres --auth=scram-sha-256 \
    --pwfile="$SECRETS/db-superuser-password" -E UTF8 --locale=C.UTF-8 >>"$(log_of postgresql)" 2>&1 ||
    fail_with_log postgresql "PostgreSQL could not make its data directory"
  local name
  for name in lynceus keycloak; do
    printf "CREATE ROLE %s LOGIN PASSWORD '%s'\nCREATE DATABASE %s OWNER %s\nREVOKE ALL ON DATABASE %s FROM PUBLIC\n" \
      "$name" "$(secret "db-$name-password")" "$name" "$name" "$name"
  done >"$PGDATA_DIR.new/roles.sql"
  # Keycloak makes its schema in hundreds of small transactions. A power cut may cost it the last half second, never consistency.
  printf 'ALTER ROLE keycloak SET synchronous_commit = off\n' >>"$PGDATA_DIR.new/roles.sql"
  as_ordinary_user "$POSTGRESQL_HOME/bin/postgres" --single -D "$PGDATA_DIR.new" \
    -c log_statement=none -c log_min_error_statement=panic postgres <"$PGDATA_DIR.new/roles.sql" >>"$(log_of postgresql)" 2>&1 ||
    fail_with_log postgresql "PostgreSQL could not make the databases"
  rm -f "$PGDATA_DIR.new/roles.sql"
  mv -T "$PGDATA_DIR.new" "$PGDATA_DIR"
}
