package org.lynceus.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over entries, seals and cuts, with a key derived from the center's secret key: who
 * can write the database but has not that file can make none of them.
 */
final class AuditMac {
  /** What the chain begins with. */
  static final byte[] BEGIN = new byte[32];

  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  AuditMac(byte[] secretKey) {
    byte[] derived =
        hmac(
            new SecretKeySpec(secretKey, ALGORITHM),
            "lynceus audit 1".getBytes(StandardCharsets.US_ASCII));
    this.key = new SecretKeySpec(derived, ALGORITHM);
  }

  byte[] entry(AuditEntry entry) {
    return hmac(key, entry.canonical());
  }

  /** Whether the entry is as it was written. */
  boolean vouchesFor(AuditEntry entry) {
    return same(entry(entry), entry.mac());
  }

  /** The chain after an entry: over the chain before it, its place, and its MAC. */
  byte[] chain(byte[] before, long seq, byte[] mac) {
    return hmac(key, ByteBuffer.allocate(72).put(before).putLong(seq).put(mac).array());
  }

  byte[] cut(long seq, byte[] chain, Instant before) {
    return hmac(
        key,
        ByteBuffer.allocate(51)
            .put("cut".getBytes(StandardCharsets.US_ASCII))
            .putLong(seq)
            .put(chain)
            .putLong(before.getEpochSecond())
            .array());
  }

  static boolean same(byte[] one, byte @Nullable [] other) {
    return other != null && MessageDigest.isEqual(one, other);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] input) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
