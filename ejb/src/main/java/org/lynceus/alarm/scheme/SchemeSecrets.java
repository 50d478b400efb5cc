package org.lynceus.alarm.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.Vault;
import org.lynceus.shared.Database;

/** What the web calls of schemes are signed with: 32 random bytes in hex, sealed where they lie. */
@ApplicationScoped
public class SchemeSecrets {
  private static final int BYTES = 32;

  @Inject private Database database;
  @Inject private Vault vault;
  private final SecureRandom random = new SecureRandom();

  /** Makes one if there is none. */
  void ensure(UUID scheme) {
    if (database.number("select count(*) from alarm_scheme_secret where scheme_id = ?", scheme)
        == 0) {
      renew(scheme);
    }
  }

  /** Makes a new one, which holds from now on. */
  String renew(UUID scheme) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    database.update(
        "insert into alarm_scheme_secret (scheme_id, sealed) values (?, ?)"
            + " on conflict (scheme_id) do update set sealed = excluded.sealed",
        scheme,
        vault.seal(scheme, secret));
    return secret;
  }

  /** The secret; null when the scheme has none or was removed. */
  public @Nullable String of(UUID scheme) {
    return database.first(
        "select sealed from alarm_scheme_secret where scheme_id = ?",
        row -> vault.open(scheme, row.getBytes(1)),
        scheme);
  }
}
