package org.lynceus.media.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.digest.Sha256;

/** The files of an export, in a directory or in a zip file. Nothing is unpacked. */
abstract class ExportFiles implements Closeable {
  private static final int PART = 1 << 18;

  /** Length and digest of a file. */
  record Seen(long bytes, String sha256) {}

  static ExportFiles open(Path export) throws IOException {
    return Files.isDirectory(export) ? new Directory(export) : new Zip(export);
  }

  /** Names of all files. */
  abstract List<String> names() throws IOException;

  /** The content of a file, null when there is none of that name. */
  abstract @Nullable InputStream content(String name) throws IOException;

  /** All bytes of a small file, null when it is missing or larger. */
  byte @Nullable [] read(String name, int most) throws IOException {
    try (InputStream in = content(name)) {
      byte[] bytes = in == null ? null : in.readNBytes(most + 1);
      return bytes == null || bytes.length > most ? null : bytes;
    }
  }

  @Nullable Seen digest(String name) throws IOException {
    try (InputStream in = content(name)) {
      if (in == null) {
        return null;
      }
      MessageDigest digest = Sha256.messageDigest();
      byte[] part = new byte[PART];
      long bytes = 0;
      for (int count = in.read(part); count > 0; count = in.read(part)) {
        digest.update(part, 0, count);
        bytes += count;
      }
      return new Seen(bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }

  /** Files directly in a directory; others below it are reported by {@link #names} too. */
  private static final class Directory extends ExportFiles {
    private final Path directory;

    Directory(Path directory) {
      this.directory = directory;
    }

    @Override
    List<String> names() throws IOException {
      try (Stream<Path> all = Files.walk(directory)) {
        return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
            .map(path -> directory.relativize(path).toString())
            .sorted()
            .toList();
      }
    }

    @Override
    @Nullable InputStream content(String name) throws IOException {
      Path file = directory.resolve(name).normalize();
      boolean inside = directory.normalize().equals(file.getParent());
      return inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Files.newInputStream(file)
          : null;
    }

    @Override
    public void close() {
      // A directory holds nothing open.
    }
  }

  /** Entries of a zip file. */
  private static final class Zip extends ExportFiles {
    private final ZipFile zip;

    Zip(Path file) throws IOException {
      zip = new ZipFile(file.toFile());
    }

    @Override
    List<String> names() {
      return zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).sorted().toList();
    }

    @Override
    @Nullable InputStream content(String name) throws IOException {
      ZipEntry entry = zip.getEntry(name);
      return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
