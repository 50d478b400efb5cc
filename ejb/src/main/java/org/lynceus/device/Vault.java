package org.lynceus.device;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Settings;

/**
 * Seals the passwords of devices with AES-256-GCM. The key lies in a file outside the database; the
 * device's id is authenticated too, so a sealed password cannot be moved to another row. Form:
 * version byte 1, 12 bytes nonce, ciphertext with tag.
 */
@ApplicationScoped
public class Vault {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  @Inject private Settings settings;
  private final SecureRandom random = new SecureRandom();
  private @Nullable SecretKey key;

  @PostConstruct
  void readKey() {
    key = new SecretKeySpec(settings.secretKey(), "AES");
  }

  public byte[] seal(UUID device, String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] body =
        crypt(Cipher.ENCRYPT_MODE, device, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE + body.length).put(VERSION).put(nonce).put(body).array();
  }

  /** Opens what {@link #seal} made for the same device; fails for anything else. */
  public String open(UUID device, byte[] sealed) {
    if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
      throw new IllegalStateException("The stored password of device " + device + " is damaged");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    byte[] body = Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
    return new String(crypt(Cipher.DECRYPT_MODE, device, nonce, body), StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, UUID device, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(device.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The password of device "
              + device
              + " cannot be read with the key of this node; was the key file replaced?",
          e);
    }
  }
}
