package org.lynceus.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.lynceus.media.digest.Sha256;

/** SHA-256 of files. */
public final class FileDigest {
  private static final int PART = 1 << 18;

  private FileDigest() {}

  /** The digest of a whole file in hex. */
  public static String of(Path file) throws IOException {
    return of(file, Long.MAX_VALUE);
  }

  /** The digest of at most so many bytes from the start of a file, in hex. */
  static String of(Path file, long most) throws IOException {
    MessageDigest digest = Sha256.messageDigest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = new byte[PART];
      long left = most;
      int count = in.read(part, 0, (int) Math.min(PART, left));
      while (count > 0) {
        digest.update(part, 0, count);
        left -= count;
        count = in.read(part, 0, (int) Math.min(PART, left));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
