# What this machine must have before anything is started. Sourced by ../../lynceus.

check_machine() {
  [[ $(uname -s) == Linux ]] || fail "the embedded servers run on Linux only (this is $(uname -s)); see docs/guide/existing-wildfly.md"
  local tool
  for tool in tar xz curl setsid flock base64; do
    command -v "$tool" >/dev/null || fail "the tool '$tool' is missing: install it (Debian: apt-get install tar xz-utils curl util-linux)"
  done
  check_java
  check_build_tools
  check_disk
  check_root
  check_ports "$1"
}

JAVA=java
[[ -z ${JAVA_HOME:-} ]] || JAVA=$JAVA_HOME/bin/java

check_java() {
  command -v "$JAVA" >/dev/null || fail "Java is missing: install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk-headless)"
  local version
  version=$("$JAVA" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1)
  [[ ${version:-0} -ge 17 ]] || fail "Java ${version:-of an unknown version} is too old: Lynceus needs 17 or newer (found $(command -v "$JAVA"))"
}

check_build_tools() {
  command -v mvn >/dev/null || fail "Maven is missing: install Maven 3.8 or newer (Debian: apt-get install maven)"
  command -v node >/dev/null || fail "Node is missing: install Node 20 or newer (nodejs.org)"
  local version
  version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [[ ${version:-0} -ge 20 ]] || fail "Node ${version:-?} is too old: Lynceus needs 20 or newer (found $(command -v node))"
  command -v npm >/dev/null || fail "npm is missing: install it beside Node"
}

check_disk() {
  local free_kb
  free_kb=$(df -Pk "$LYNCEUS_HOME" | awk 'NR == 2 {print $4}')
  [[ $free_kb -ge $((5 * 1024 * 1024)) ]] ||
    fail "the disk of $LYNCEUS_HOME has $((free_kb / 1024)) MB free: at least 5 GB are needed"
}

# PostgreSQL refuses to run as root: then it gets a user namespace of its own.
check_root() {
  [[ $(id -u) -eq 0 ]] || return 0
  unshare -U true 2>/dev/null ||
    fail "PostgreSQL does not run as root and this machine forbids user namespaces: run ./lynceus as an ordinary user"
}

check_ports() {
  local ports=() part
  running wildfly || ports+=(LYNCEUS_HTTP_PORT LYNCEUS_MANAGEMENT_PORT)
  running keycloak || ports+=(LYNCEUS_KEYCLOAK_PORT)
  running postgresql || ports+=(LYNCEUS_DB_PORT)
  [[ -z $1 ]] || running simulator || ports+=(LYNCEUS_SIM_PORT LYNCEUS_SIM_CONTROL_PORT LYNCEUS_SIM_ONVIF_PORT)
  for part in "${ports[@]}"; do check_port "$part" "${!part}"; done
}

check_port() {
  [[ $2 =~ ^[0-9]+$ && $2 -ge 1 && $2 -le 65535 ]] || fail "$1=$2 is not a port"
  if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
    fail "port $2 is taken$(owner_of_port "$2"): stop that process or choose another port with $1"
  fi
}

owner_of_port() {
  command -v ss >/dev/null || return 0
  local line
  line=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ by \1 (pid \2)/p' | head -1)
  printf '%s' "$line"
}
