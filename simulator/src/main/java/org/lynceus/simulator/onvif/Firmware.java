package org.lynceus.simulator.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The firmware of simulated cameras: a first line {@code LYNCEUS-SIM <version> <SHA-256 of what
 * follows, in hex>}, then anything. A camera that takes it is away for three seconds and comes back
 * with that version; anything else it refuses and stays as it is.
 */
final class Firmware {
  private static final Duration DOWN = Duration.ofSeconds(3);

  private Firmware() {}

  /** The status of HTTP to answer with. */
  static int take(OnvifCamera camera, byte[] file) {
    int end = 0;
    while (end < Math.min(file.length, 200) && file[end] != '\n') {
      end++;
    }
    String[] words = new String(file, 0, end, StandardCharsets.US_ASCII).split(" ");
    if (words.length != 3
        || !words[0].equals("LYNCEUS-SIM")
        || !words[1].matches("[0-9][0-9.]{0,20}")
        || !words[2].equals(
            hash(Arrays.copyOfRange(file, Math.min(end + 1, file.length), file.length)))) {
      return 415;
    }
    camera.firmware = words[1];
    camera.leave(DOWN);
    return 200;
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
