package org.lynceus.media.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lynceus.media.MalformedException;

/** One key as text (RFC 7468). */
final class Pem {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String write(String label, byte[] key) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(key)
        + "\n-----END "
        + label
        + "-----\n";
  }

  static byte[] read(String label, String text) throws MalformedException {
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new MalformedException("the file holds no " + label);
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to).strip());
    } catch (IllegalArgumentException broken) {
      throw new MalformedException("the " + label + " is damaged");
    }
  }
}
