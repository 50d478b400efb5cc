# WildFly with the EAR: own base directory (configuration, deployment), so the unpacked server stays as it was shipped.
# Sourced by ../../lynceus.

SERVER_BASE=$LYNCEUS_HOME/wildfly

# The same scripts as docs/guide/existing-wildfly.md; again only when they or the server have changed.
configure_wildfly() {
  ! running wildfly || return 0
  local wanted
  wanted=$(printf '%s ' "$WILDFLY_HOME" && cat "$CHECKOUT"/wildfly-config/*.cli "$CHECKOUT"/wildfly-config/apply.sh | cksum)
  [[ $(cat "$SERVER_BASE/configured" 2>/dev/null) != "$wanted" ]] || return 0
  rm -rf "$SERVER_BASE"
  mkdir -p "$SERVER_BASE/deployments"
  cp -R "$WILDFLY_HOME/standalone/configuration" "$SERVER_BASE/"
  : >"$(log_of build)"
  LYNCEUS_SERVER_BASE=$SERVER_BASE in_group "$CHECKOUT/wildfly-config/apply.sh" "$WILDFLY_HOME" --own-server ||
    fail_with_log build "WildFly's configuration scripts failed"
  rm -rf "$SERVER_BASE"/{data,log,tmp}
  printf '%s' "$wanted" >"$SERVER_BASE/configured"
}

# The simulated site is on this machine, where devices are not looked for otherwise.
search_this_machine() {
  export LYNCEUS_SEARCH_NETWORKS=${LYNCEUS_SEARCH_NETWORKS:-10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,127.0.0.0/8}
  export LYNCEUS_SEARCH_TARGETS=${LYNCEUS_SEARCH_TARGETS:-127.0.0.1:$LYNCEUS_SIM_ONVIF_PORT}
  export LYNCEUS_SEARCH_PORTS=${LYNCEUS_SEARCH_PORTS:-80,554,2020,8000,8080,8899,$LYNCEUS_SIM_ONVIF_PORT}
}

# Pages may show pictures of the tile server's origin and of no other.
map_tiles() {
  [[ -n ${LYNCEUS_MAP_TILES:-} ]] || return 0
  local origin='^https?://[][A-Za-z0-9.:-]+/'
  [[ $LYNCEUS_MAP_TILES =~ $origin ]] || fail "LYNCEUS_MAP_TILES must begin with https://host/ (see docs/guide/operations.md)"
  LYNCEUS_MAP_TILES_ORIGIN=${BASH_REMATCH[0]%/}
  export LYNCEUS_MAP_TILES LYNCEUS_MAP_TILES_ORIGIN=${LYNCEUS_MAP_TILES_ORIGIN,,}
}

spawn_wildfly() {
  ! running wildfly || return 0
  mkdir -p "$LYNCEUS_HOME/log/wildfly"
  rm -rf "$SERVER_BASE"/deployments/* "$SERVER_BASE/tmp"
  cp "$EAR" "$SERVER_BASE/deployments/lynceus.ear"
  (
    export LYNCEUS_RECORDINGS LYNCEUS_NODE LYNCEUS_PUBLIC_URL LYNCEUS_DB_PORT
    export LYNCEUS_EXPORTS LYNCEUS_VOLUME_ROOTS LYNCEUS_SIGNING_KEY_FILE=$SECRETS/signing-key.pem
    [[ -z ${LYNCEUS_FFMPEG:-} ]] || export LYNCEUS_FFMPEG
    [[ -z ${demo:-} ]] || search_this_machine
    map_tiles
    export LYNCEUS_SECRET_KEY_FILE=$SECRETS/secret-key LYNCEUS_OIDC_URL=$OIDC_URL LYNCEUS_OIDC_SECRET
    export LYNCEUS_DB_HOST=127.0.0.1 LYNCEUS_DB_NAME=lynceus LYNCEUS_DB_USER=lynceus LYNCEUS_DB_PASSWORD
    export LYNCEUS_MANAGEMENT_SECRET
    LYNCEUS_OIDC_SECRET=$(secret oidc-secret)
    LYNCEUS_MANAGEMENT_SECRET=$(secret management-secret)
    LYNCEUS_DB_PASSWORD=$(secret db-lynceus-password)
    export LAUNCH_JBOSS_IN_BACKGROUND=1 GC_LOG=false
    export JBOSS_JAVA_SIZING="-Xms128m -Xmx$LYNCEUS_HEAP -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=512m"
    # Digests in vector lanes. Not in JAVA_OPTS: with --add-modules there, standalone.sh leaves out the options that WildFly needs.
    export JDK_JAVA_OPTIONS="${JDK_JAVA_OPTIONS:-} --add-modules=jdk.incubator.vector"
    ulimit -n "$(ulimit -Hn)"
    spawn wildfly-boot "$WILDFLY_HOME/bin/standalone.sh" -c standalone-full.xml -b 127.0.0.1 -bmanagement 127.0.0.1 \
      "-Djboss.server.base.dir=$SERVER_BASE" "-Djboss.server.data.dir=$LYNCEUS_HOME/data/wildfly" \
      "-Djboss.server.log.dir=$LYNCEUS_HOME/log/wildfly" "-Djboss.node.name=$LYNCEUS_NODE" \
      "-Djboss.tx.node.id=$LYNCEUS_NODE" "-Djboss.http.port=$LYNCEUS_HTTP_PORT" \
      "-Djboss.management.http.port=$LYNCEUS_MANAGEMENT_PORT"
  )
  mv "$LYNCEUS_HOME/run/wildfly-boot.pid" "$LYNCEUS_HOME/run/wildfly.pid"
  STARTED+=(wildfly)
}

wait_for_wildfly() {
  wait_until 300 wildfly_settled || fail_with_log wildfly "WildFly was not ready after 300 s"
  running wildfly || fail_with_log wildfly "WildFly did not start"
  [[ ! -e $SERVER_BASE/deployments/lynceus.ear.failed ]] || fail_with_log wildfly "the application could not be deployed" 60
}

wildfly_settled() {
  running wildfly && [[ ! -e $SERVER_BASE/deployments/lynceus.ear.failed ]] || return 0
  [[ $(http_code "http://127.0.0.1:$LYNCEUS_HTTP_PORT/api/v1/session") == 401 ]] &&
    [[ $(http_code "http://127.0.0.1:$LYNCEUS_MANAGEMENT_PORT/health/ready") == 200 ]]
}
