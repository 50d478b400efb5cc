# The embedded Keycloak: production mode, its own database, realm imported at first start. Sourced by ../../lynceus.

spawn_keycloak() {
  ! running keycloak || return 0
  mkdir -p "$KEYCLOAK_HOME/data/import"
  cp "$CHECKOUT/wildfly-config/realm-lynceus.json" "$KEYCLOAK_HOME/data/import/"
  : >"$(log_of keycloak)"
  (
    export KC_DB_PASSWORD LYNCEUS_PUBLIC_URL LYNCEUS_OIDC_SECRET LYNCEUS_CLI_SECRET LYNCEUS_CLI_OPERATOR_SECRET
    export LYNCEUS_CLI_USER_SECRET LYNCEUS_CLI_NONE_SECRET LYNCEUS_ADMIN_PASSWORD LYNCEUS_OPERATOR_PASSWORD JAVA_OPTS_KC_HEAP JAVA_OPTS_APPEND
    export LYNCEUS_MANAGEMENT_SECRET
    KC_DB_PASSWORD=$(secret db-keycloak-password)
    LYNCEUS_OIDC_SECRET=$(secret oidc-secret)
    LYNCEUS_CLI_SECRET=$(secret cli-secret)
    LYNCEUS_CLI_OPERATOR_SECRET=$(secret cli-operator-secret)
    LYNCEUS_CLI_USER_SECRET=$(secret cli-user-secret)
    LYNCEUS_CLI_NONE_SECRET=$(secret cli-none-secret)
    LYNCEUS_MANAGEMENT_SECRET=$(secret management-secret)
    LYNCEUS_ADMIN_PASSWORD=$(secret admin-password)
    LYNCEUS_OPERATOR_PASSWORD=$(secret operator-password)
    JAVA_OPTS_KC_HEAP='-Xms64m -Xmx768m'
    # The quick compiler alone halves what a start costs; sign-ins on one machine do not miss the other.
    JAVA_OPTS_APPEND='-XX:TieredStopAtLevel=1'
    if [[ ! -e $LYNCEUS_HOME/data/keycloak-made ]]; then
      export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD
      KC_BOOTSTRAP_ADMIN_PASSWORD=$(secret keycloak-admin-password)
    fi
    spawn keycloak "$KEYCLOAK_HOME/bin/kc.sh" start --optimized --import-realm --cache=local \
      --http-enabled=true --http-host=127.0.0.1 --http-port="$LYNCEUS_KEYCLOAK_PORT" --hostname="$KEYCLOAK_URL" \
      --db-url="jdbc:postgresql://127.0.0.1:$LYNCEUS_DB_PORT/keycloak" --db-username=keycloak
  )
  STARTED+=(keycloak)
}

wait_for_keycloak() {
  wait_until 300 keycloak_settled || fail_with_log keycloak "Keycloak was not ready after 300 s"
  running keycloak || fail_with_log keycloak "Keycloak did not start"
  follow_public_url
  : >"$LYNCEUS_HOME/data/keycloak-made"
}

# It answers without its database, too; a token it gives only with it (which was away when PostgreSQL was killed alone).
keycloak_settled() {
  running keycloak || return 0
  [[ $(http_code "$OIDC_URL/.well-known/openid-configuration") == 200 ]] &&
    (token_of lynceus-cli cli-secret) >/dev/null 2>&1
}

http_code() { curl -s -o /dev/null -m 5 -H 'Accept: application/json' -w '%{http_code}' "$1" || true; }

# The realm is imported once; when the web address is another one later, its client must follow.
follow_public_url() {
  local file=$LYNCEUS_HOME/data/public-url
  [[ -e $LYNCEUS_HOME/data/keycloak-made ]] || printf '%s' "$LYNCEUS_PUBLIC_URL" >"$file"
  [[ $(cat "$file" 2>/dev/null) != "$LYNCEUS_PUBLIC_URL" ]] || return 0
  KEYCLOAK_URL=$KEYCLOAK_URL KEYCLOAK_ADMIN_PASSWORD=$(secret keycloak-admin-password) \
    LYNCEUS_PUBLIC_URL=$LYNCEUS_PUBLIC_URL node "$LAUNCHER/follow-public-url.mjs" ||
    fail "Keycloak could not be told the new web address $LYNCEUS_PUBLIC_URL"
  printf '%s' "$LYNCEUS_PUBLIC_URL" >"$file"
}

# token_of client secret-file: prints a bearer token; the secret travels on stdin, never on a command line.
token_of() {
  [[ -e $SECRETS/$2 ]] || fail "there are no secrets yet: start Lynceus first"
  local answer token
  answer=$(printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$1" "$(secret "$2")" |
    curl -s -m 10 --data-binary @- "$OIDC_URL/protocol/openid-connect/token") ||
    fail "Keycloak does not answer at $KEYCLOAK_URL: is Lynceus started?"
  token=$(sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p' <<<"$answer")
  [[ -n $token ]] || fail "Keycloak gave no token"
  printf '%s\n' "$token"
}
