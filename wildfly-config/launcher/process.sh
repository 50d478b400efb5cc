# Starting, finding and stopping processes. A part is the leader of its own session; run/<part>.pid holds the leader's
# pid and start time, so that a pid used again by another process is never taken for ours. Sourced by ../../lynceus.

STARTED=()
BUSY_GROUP=
UNPACKING=

take_lock() {
  exec 9>"$LYNCEUS_HOME/run/lock"
  flock -w 300 9 || fail "another start or stop of $LYNCEUS_HOME has been busy for 5 minutes"
}

start_time_of() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  # shellcheck disable=SC2086
  set -- $stat
  [[ $1 != Z && $1 != X ]] || return 1
  printf '%s' "${20}"
}

# spawn part command args: detached, output into its log.
spawn() {
  local part=$1
  shift
  setsid nohup "$@" </dev/null >>"$(log_of "$part.out")" 2>&1 9>&- &
  local pid=$!
  STARTED+=("$part")
  printf '%s %s\n' "$pid" "$(start_time_of "$pid" || printf gone)" >"$LYNCEUS_HOME/run/$part.pid"
}

log_of() {
  case $1 in
    wildfly) printf '%s' "$LYNCEUS_HOME/log/wildfly/server.log" ;;
    *) printf '%s' "$LYNCEUS_HOME/log/${1%.out}.log" ;;
  esac
}

leader_pid() {
  local pid time
  read -r pid time <"$LYNCEUS_HOME/run/$1.pid" 2>/dev/null || return 1
  [[ $(start_time_of "$pid") == "$time" ]] || return 1
  printf '%s' "$pid"
}

running() { leader_pid "$1" >/dev/null 2>&1; }

some_running() {
  local part
  for part in postgresql keycloak wildfly simulator; do ! running "$part" || return 0; done
  return 1
}

# The JVM below a start script, else the leader itself.
main_pid() {
  local leader child
  leader=$(leader_pid "$1") || return 1
  for child in $(cat "/proc/$leader/task/$leader/children" 2>/dev/null); do
    [[ $(cat "/proc/$child/comm" 2>/dev/null) != java ]] || { printf '%s' "$child"; return 0; }
  done
  printf '%s' "$leader"
}

group_gone() { ! kill -0 -- "-$1" 2>/dev/null; }

# Gracefully first; who has not left in time is killed, and that is said.
stop_part() {
  local part=$1 leader signal=TERM seconds=30
  leader=$(leader_pid "$part") || return 0
  [[ $part != postgresql ]] || signal=INT
  [[ $part != wildfly ]] || seconds=60
  if [[ $part == postgresql ]]; then
    kill -s "$signal" "$leader" 2>/dev/null || true
  else
    kill -s "$signal" -- "-$leader" 2>/dev/null || true
  fi
  if ! wait_until "$seconds" group_gone "$leader"; then
    printf ' (did not stop in %s s: killed)' "$seconds"
    kill -KILL -- "-$leader" 2>/dev/null || true
    wait_until 10 group_gone "$leader" || fail "$part (pid $leader) does not die"
  fi
  rm -f "$LYNCEUS_HOME/run/$part.pid"
}

# After a failed or interrupted start: stops what this call started, nothing else.
undo_start() {
  local code=$? index
  trap '' INT TERM HUP
  trap - EXIT
  set +e
  if [[ -n $BUSY_GROUP ]]; then kill -TERM -- "-$BUSY_GROUP" 2>/dev/null; fi
  [[ -z $UNPACKING ]] || rm -rf "$UNPACKING"
  if [[ ${#STARTED[@]} -gt 0 ]]; then
    printf '\nThe start failed; stopping what it started:' >&2
    for ((index = ${#STARTED[@]} - 1; index >= 0; index--)); do
      printf ' %s' "${STARTED[index]}" >&2
      stop_part "${STARTED[index]}" >&2
    done
    printf '\n' >&2
  fi
  exit "$code"
}

finish_start() { trap - EXIT INT TERM HUP; }

# fail_with_log part "reason": the reason, then the end of the part's log.
fail_with_log() {
  printf '\n' >&2
  local file
  file=$(log_of "$1")
  if [[ -e $file ]]; then
    printf -- '--- last lines of %s\n' "$file" >&2
    tail -n "${3:-25}" "$file" | cut -c1-400 >&2
    printf -- '---\n' >&2
  fi
  fail "$2"
}
