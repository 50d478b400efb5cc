package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;

/** The files of firmwares, in the directory {@code firmware} below that of exports. */
@ApplicationScoped
public class FirmwareFiles {
  /** The largest file. */
  public static final long MOST_BYTES = 200L << 20;

  /** What stays free on the disk. */
  private static final long RESERVE = 500L << 20;

  @Inject private Settings settings;

  /** The largest piece: what a request may carry. */
  static final int MOST_PIECE = 8 << 20;

  /** Refuses when the node has no room for a file. */
  void requireRoom(UUID id, long bytes) {
    Path file = file(id);
    try {
      Files.createDirectories(file.getParent());
      if (Files.getFileStore(file.getParent()).getUsableSpace() < bytes + RESERVE) {
        throw new DomainException(
            ProblemType.UNAVAILABLE, "There is not enough room for this file on the node.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the piece that begins at an offset; how many bytes are there now. */
  long append(Firmware firmware, long offset, InputStream body) {
    Path file = file(firmware.id());
    try {
      long there = Files.exists(file) ? Files.size(file) : 0;
      byte[] piece = body.readNBytes(MOST_PIECE + 1);
      if (offset != there) {
        throw new DomainException(
            ProblemType.CONFLICT, "The next piece begins at byte " + there + ".");
      }
      if (piece.length == 0
          || piece.length > MOST_PIECE
          || there + piece.length > firmware.bytes()) {
        throw new DomainException(
            ProblemType.TOO_LARGE, "A piece has 1 byte to 8 MB, and no more than was announced.");
      }
      Files.write(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return there + piece.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that is as it was when it arrived; refuses any other. */
  Path checked(Firmware firmware) {
    Path file = file(firmware.id());
    if (!Files.isRegularFile(file)) {
      throw new DomainException(
          ProblemType.CONFLICT, "The file of the firmware is not on this node; upload it again.");
    }
    if (!sha256(firmware.id()).equals(firmware.sha256())) {
      throw new DomainException(
          ProblemType.CONFLICT, "The file of the firmware was altered; upload it again.");
    }
    return file;
  }

  /** Of the file as it is now, in hex. */
  String sha256(UUID id) {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file(id)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  void delete(UUID id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(UUID id) {
    return settings
        .exports()
        .orElseThrow(
            () ->
                new DomainException(
                    ProblemType.UNAVAILABLE,
                    "This node has no directory for files; set LYNCEUS_EXPORTS."))
        .toAbsolutePath()
        .normalize()
        .resolve("firmware")
        .resolve(id + ".bin");
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
