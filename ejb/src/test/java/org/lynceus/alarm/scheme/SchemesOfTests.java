package org.lynceus.alarm.scheme;

import static org.lynceus.shared.TestTransaction.inject;

import java.util.ArrayList;
import java.util.UUID;
import org.lynceus.device.Vault;
import org.lynceus.recording.StandbyStore;
import org.lynceus.shared.Database;
import org.lynceus.shared.TestEvents;
import org.lynceus.user.Rights;

/** What schemes need of others, for tests without a container. */
public final class SchemesOfTests {
  private SchemesOfTests() {}

  /** The part of schemes that cares for actions. */
  public static Object actions(Database database, Rights rights) {
    StandbyStore standby = new StandbyStore();
    inject(standby, "database", database);
    inject(standby, "changed", TestEvents.into(new ArrayList<>()));
    SchemeActions actions = new SchemeActions();
    inject(actions, "database", database);
    inject(actions, "rights", rights);
    inject(actions, "standby", standby);
    inject(actions, "secrets", secrets(database));
    return actions;
  }

  /** Secrets that are sealed by nothing. */
  public static SchemeSecrets secrets(Database database) {
    SchemeSecrets secrets = new SchemeSecrets();
    inject(secrets, "database", database);
    inject(
        secrets,
        "vault",
        new Vault() {
          @Override
          public byte[] seal(UUID id, String secret) {
            return secret.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          }

          @Override
          public String open(UUID id, byte[] sealed) {
            return new String(sealed, java.nio.charset.StandardCharsets.UTF_8);
          }
        });
    return secrets;
  }
}
