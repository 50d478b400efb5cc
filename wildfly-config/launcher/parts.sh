# Fetching, unpacking and building. Versions come from the root pom alone. Sourced by ../../lynceus.

version_of() { sed -n "s#.*<version\.$1>\(.*\)</version\.$1>.*#\1#p" "$CHECKOUT/pom.xml" | head -1; }

WILDFLY_HOME=$LYNCEUS_DIST/wildfly-$(version_of wildfly)-eclipselink-$(version_of eclipselink)-pgjdbc-$(version_of pgjdbc)
KEYCLOAK_HOME=$LYNCEUS_DIST/keycloak-$(version_of keycloak)
POSTGRESQL_HOME=$LYNCEUS_DIST/postgresql-$(version_of postgresql-binaries)

platform() {
  case $(uname -m) in
    x86_64) printf 'linux-amd64' ;;
    aarch64) printf 'linux-arm64v8' ;;
    *) fail "there are no PostgreSQL binaries for $(uname -m)" ;;
  esac
}

# in_group command: in a session of its own, so that an interrupted start can end it with all its children.
in_group() {
  setsid "$@" </dev/null >>"$(log_of build)" 2>&1 9>&- &
  BUSY_GROUP=$!
  local code=0
  wait "$BUSY_GROUP" || code=$?
  BUSY_GROUP=
  return $code
}

unzip_to() {
  if command -v unzip >/dev/null; then
    unzip -q "$1" -d "$2"
  else
    (cd "$2" && "${JAVA%java}jar" xf "$1" && find . -name '*.sh' -exec chmod +x {} +)
  fi
}

fetch_parts() {
  [[ ! -d $WILDFLY_HOME || ! -d $KEYCLOAK_HOME || ! -d $POSTGRESQL_HOME ]] || return 0
  UNPACKING=$(mktemp -d "$LYNCEUS_DIST/.unpack.XXXXXX")
  : >"$(log_of build)"
  in_group mvn -B -q -f "$CHECKOUT/wildfly-config/server-parts.pom.xml" dependency:copy \
    -DoutputDirectory="$UNPACKING/parts" -Dpostgresql.platform="$(platform)" ||
    fail_with_log build "Maven could not fetch the servers"
  unpack_postgresql "$UNPACKING"
  unpack_wildfly "$UNPACKING"
  unpack_keycloak "$UNPACKING"
  rm -rf "$UNPACKING"
}

# Everything is made aside and moved into place in one step: an interrupted unpacking is never mistaken for a server.
settle() { [[ -d $2 ]] || mv -T "$1" "$2" 2>/dev/null || [[ -d $2 ]] || fail "cannot move $1 to $2"; }

unpack_postgresql() {
  [[ ! -d $POSTGRESQL_HOME ]] || return 0
  mkdir -p "$1/jar" "$1/postgresql"
  unzip_to "$1/parts/embedded-postgres-binaries-$(platform).jar" "$1/jar"
  tar -xJf "$1"/jar/*.txz -C "$1/postgresql"
  settle "$1/postgresql" "$POSTGRESQL_HOME"
}

unpack_wildfly() {
  [[ ! -d $WILDFLY_HOME ]] || return 0
  mkdir -p "$1/wildfly"
  unzip_to "$1/parts/wildfly-dist.zip" "$1/wildfly"
  local home
  home=$(echo "$1"/wildfly/wildfly-*)
  cp -R "$CHECKOUT/wildfly-config/modules" "$home/"
  cp "$home"/modules/system/layers/base/org/eclipse/persistence/main/jipijapa-eclipselink-*.jar \
    "$home/modules/org/eclipse/persistence/main/jipijapa-eclipselink.jar"
  cp "$1/parts/eclipselink.jar" "$home/modules/org/eclipse/persistence/main/"
  cp "$1/parts/postgresql.jar" "$home/modules/org/postgresql/jdbc/main/"
  settle "$home" "$WILDFLY_HOME"
}

unpack_keycloak() {
  [[ ! -d $KEYCLOAK_HOME ]] || return 0
  mkdir -p "$1/keycloak"
  unzip_to "$1/parts/keycloak-quarkus-dist.zip" "$1/keycloak"
  local home
  home=$(echo "$1"/keycloak/keycloak-*)
  in_group "$home/bin/kc.sh" build --db=postgres ||
    fail_with_log build "Keycloak could not prepare itself"
  settle "$home" "$KEYCLOAK_HOME"
}

EAR=${LYNCEUS_EAR:-$CHECKOUT/ear/target/lynceus.ear}

build_application() {
  if [[ -n ${LYNCEUS_EAR:-} ]]; then
    [[ -f $EAR ]] || fail "LYNCEUS_EAR: there is no file $EAR"
    return 0
  fi
  ! built || return 0
  : >"$(log_of build)"
  in_group mvn -B -q -T 2 -f "$CHECKOUT/pom.xml" -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip \
    -pl ear,simulator -am package ||
    fail_with_log build "the build failed" 40
  [[ -f $EAR ]] || fail_with_log build "the build made no $EAR"
}

# Newer than every source it is made of?
built() {
  [[ -f $EAR ]] || return 1
  local newer
  newer=$(cd "$CHECKOUT" && find pom.xml media ejb jms rest-api web ear ddl simulator \
    \( -name target -o -name node_modules -o -name dist -o -path web/src/api/schema.d.ts -o -path '*/src/test' \) -prune -o \
    -type f -newer "$EAR" -print -quit)
  [[ -z $newer ]] && compgen -G "$CHECKOUT/simulator/target/lynceus-simulator-*.jar" >/dev/null
}
