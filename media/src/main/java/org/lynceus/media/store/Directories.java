package org.lynceus.media.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The directory of an hour (UTC), and forcing directory entries to disk. */
final class Directories {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH").withZone(ZoneOffset.UTC);

  private Directories() {}

  /** Relative path of an hour's directory. */
  static String hour(Instant time) {
    return HOUR.format(time);
  }

  /**
   * Makes a directory below a root and forces the entries of each level that was not there. Others
   * may make the same at the same time.
   */
  static void make(Path root, Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null && !parent.equals(root)) {
      make(root, parent);
    }
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException madeByAnotherWriter) {
      if (!Files.isDirectory(directory)) {
        throw madeByAnotherWriter;
      }
    }
    if (parent != null) {
      force(parent);
    }
  }

  /** fsync of a directory. */
  static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
