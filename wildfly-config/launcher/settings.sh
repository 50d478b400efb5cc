# Settings, secrets and words for the other parts of the launcher. Sourced by ../../lynceus.

LYNCEUS_HOME=${LYNCEUS_HOME:-$CHECKOUT/.lynceus}
[[ $LYNCEUS_HOME == /* ]] || LYNCEUS_HOME=$PWD/$LYNCEUS_HOME
SECRETS=$LYNCEUS_HOME/secrets
SETTINGS_FILE=$LYNCEUS_HOME/run/settings

set_defaults() {
  : "${LYNCEUS_HTTP_PORT:=8080}" "${LYNCEUS_MANAGEMENT_PORT:=9990}" "${LYNCEUS_KEYCLOAK_PORT:=8180}"
  : "${LYNCEUS_DB_PORT:=15432}" "${LYNCEUS_SIM_PORT:=8554}" "${LYNCEUS_SIM_CONTROL_PORT:=8555}" "${LYNCEUS_SIM_ONVIF_PORT:=8556}"
  : "${LYNCEUS_RECORDINGS:=$LYNCEUS_HOME/recordings}" "${LYNCEUS_NODE:=node1}" "${LYNCEUS_HEAP:=1g}"
  : "${LYNCEUS_EXPORTS:=$LYNCEUS_HOME/exports}" "${LYNCEUS_VOLUME_ROOTS:=/mnt,/media,/srv,/data}"
  : "${LYNCEUS_PUBLIC_URL:=http://127.0.0.1:$LYNCEUS_HTTP_PORT}" "${LYNCEUS_DIST:=$LYNCEUS_HOME/dist}"
  KEYCLOAK_URL=http://127.0.0.1:$LYNCEUS_KEYCLOAK_PORT
  OIDC_URL=$KEYCLOAK_URL/realms/lynceus
}
set_defaults

SAVED_SETTINGS=(LYNCEUS_HTTP_PORT LYNCEUS_MANAGEMENT_PORT LYNCEUS_KEYCLOAK_PORT LYNCEUS_DB_PORT LYNCEUS_SIM_PORT
  LYNCEUS_SIM_CONTROL_PORT LYNCEUS_SIM_ONVIF_PORT LYNCEUS_PUBLIC_URL LYNCEUS_NODE)

# What the last start used: the other commands find that instance whatever their own environment says.
save_settings() {
  local name
  for name in "${SAVED_SETTINGS[@]}"; do printf '%s=%s\n' "$name" "${!name}"; done >"$SETTINGS_FILE"
}

load_running_settings() {
  [[ -e $SETTINGS_FILE ]] || return 0
  local name value
  while IFS='=' read -r name value; do
    case " ${SAVED_SETTINGS[*]} " in *" $name "*) printf -v "$name" '%s' "$value" ;; esac
  done <"$SETTINGS_FILE"
  set_defaults
}

make_directories() {
  mkdir -p "$LYNCEUS_HOME"/{run,log,data} "$LYNCEUS_RECORDINGS" "$LYNCEUS_EXPORTS" "$LYNCEUS_DIST"
  (umask 077 && mkdir -p "$SECRETS")
}

say() { printf '%s\n' "$*"; }

fail() {
  printf 'lynceus: %s\n' "$*" >&2
  exit 1
}

now_ms() { printf '%s' "$(($(date +%s%N) / 1000000))"; }

# step "Words" command args: one line per step with its seconds. The command fails by `fail` (clear reason).
step() {
  local words=$1 began
  shift
  began=$(now_ms)
  printf '%-42s' "$words ..."
  "$@"
  local took=$(($(now_ms) - began))
  printf ' %5d.%d s\n' $((took / 1000)) $((took % 1000 / 100))
}

# wait_until seconds command args: polls the condition; 1 when the time is over.
wait_until() {
  local deadline=$(($(now_ms) + $1 * 1000))
  shift
  until "$@"; do
    [[ $(now_ms) -lt $deadline ]] || return 1
    sleep 0.2
  done
}

secret() { cat "$SECRETS/$1"; }

make_secret() {
  [[ ! -e $SECRETS/$1 ]] || return 0
  (umask 077 && head -c "$2" /dev/urandom | base64 -w0 | tr '+/' "$3" >"$SECRETS/$1.new" && mv "$SECRETS/$1.new" "$SECRETS/$1")
}

# Made once, 192 bits each. The key of the camera passwords is 32 bytes and stays outside the database.
make_secrets() {
  if [[ -e $LYNCEUS_HOME/data/postgresql/PG_VERSION && ! -e $SECRETS/db-lynceus-password ]]; then
    fail "$LYNCEUS_HOME has data but not the secrets that open it: restore $SECRETS from a backup, or move the data away"
  fi
  local name
  for name in db-superuser-password db-lynceus-password db-keycloak-password keycloak-admin-password oidc-secret \
    cli-secret cli-operator-secret cli-user-secret cli-none-secret admin-password operator-password simulator-password; do
    make_secret "$name" 24 '-_'
  done
  make_secret management-secret 24 '-_'
  make_secret secret-key 32 '+/'
}
