package org.lynceus.device;

import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.lynceus.shared.TestTransaction;

/** A vault with a key of its own, without a file. */
public final class TestVault {
  private TestVault() {}

  public static Vault vault() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Vault vault = new Vault();
    TestTransaction.inject(vault, "key", new SecretKeySpec(key, "AES"));
    return vault;
  }
}
