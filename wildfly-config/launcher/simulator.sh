# The simulated site of --demo: 8 cameras with digest passwords. Sourced by ../../lynceus.

start_simulator() {
  : >"$LYNCEUS_HOME/run/demo"
  ! running simulator || return 0
  local jar
  jar=$(compgen -G "$CHECKOUT/simulator/target/lynceus-simulator-*.jar" | head -1) ||
    fail "the simulator is not built: run mvn -pl simulator package"
  : >"$(log_of simulator)"
  (
    export LYNCEUS_SIM_PORT LYNCEUS_SIM_CONTROL_PORT LYNCEUS_SIM_ONVIF_PORT LYNCEUS_SIM_CAMERAS=8 LYNCEUS_SIM_USER=camera LYNCEUS_SIM_PASSWORD
    export LYNCEUS_SIM_DISCOVERY_PORT=$LYNCEUS_SIM_ONVIF_PORT # UDP beside TCP
    LYNCEUS_SIM_PASSWORD=$(secret simulator-password)
    spawn simulator "$JAVA" -Xmx256m -jar "$jar"
  )
  STARTED+=(simulator)
  wait_until 30 simulator_settled || fail_with_log simulator "the simulator was not ready after 30 s"
  running simulator || fail_with_log simulator "the simulator did not start"
}

simulator_settled() {
  running simulator || return 0
  [[ $(http_code "http://127.0.0.1:$LYNCEUS_SIM_CONTROL_PORT/cameras") == 200 ]]
}

add_simulated_cameras() {
  LYNCEUS_URL=http://127.0.0.1:$LYNCEUS_HTTP_PORT LYNCEUS_TOKEN=$(token) LYNCEUS_SIM_PORT=$LYNCEUS_SIM_PORT \
    LYNCEUS_SIM_PASSWORD=$(secret simulator-password) node "$LAUNCHER/add-cameras.mjs" ||
    fail_with_log wildfly "the simulated cameras could not be added"
}
