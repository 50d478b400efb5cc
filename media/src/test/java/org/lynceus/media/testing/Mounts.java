package org.lynceus.media.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A file system of its own for a test: tmpfs, or ext4 in a file. Where that cannot be mounted (no
 * root, no loop device) the test is skipped, saying why.
 */
public final class Mounts implements AutoCloseable {
  private final Path at;
  private boolean frozen;
  private boolean mounted = true;

  private Mounts(Path at) {
    this.at = at;
  }

  /** A tmpfs of so many bytes. */
  public static Mounts tmpfs(Path at, long bytes) throws IOException {
    Files.createDirectories(at);
    mount("mount", "-t", "tmpfs", "-o", "size=" + bytes, "lynceus-test", at.toString());
    return new Mounts(at);
  }

  /** An ext4 of 32 MB in a file beside it. */
  public static Mounts ext4(Path at) throws IOException {
    Files.createDirectories(at);
    Path image = at.resolveSibling(at.getFileName() + ".image");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(32L << 20);
    }
    mount("mkfs.ext4", "-q", "-F", image.toString());
    mount("mount", "-o", "loop,errors=remount-ro", image.toString(), at.toString());
    return new Mounts(at);
  }

  /** The ext4 that was made and unmounted before at this place. */
  public static Mounts again(Path at) throws IOException {
    Path image = at.resolveSibling(at.getFileName() + ".image");
    mount("mount", "-o", "loop,errors=remount-ro", image.toString(), at.toString());
    return new Mounts(at);
  }

  public Path path() {
    return at;
  }

  /** No write returns from now on. */
  public void freeze() throws IOException {
    must("fsfreeze", "-f", at.toString());
    frozen = true;
  }

  public void thaw() throws IOException {
    frozen = false;
    must("fsfreeze", "-u", at.toString());
  }

  /** What the kernel does after a fatal disk error: nothing can be written any more. */
  public void breakForWriting() throws IOException {
    must("mount", "-o", "remount,abort", at.toString());
  }

  public void unmount() throws IOException {
    mounted = false;
    must("umount", "-l", at.toString());
  }

  @Override
  public void close() throws IOException {
    if (frozen) {
      thaw();
    }
    if (mounted) {
      unmount();
    }
  }

  private static void mount(String... command) throws IOException {
    String complaint = run(command);
    if (complaint != null) {
      throw new TestAbortedException("needs root and a mount: " + complaint);
    }
  }

  private static void must(String... command) throws IOException {
    String complaint = run(command);
    if (complaint != null) {
      throw new IOException(complaint);
    }
  }

  private static String run(String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException absent) {
      return absent.getMessage();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int code = process.waitFor();
      return code == 0 ? null : List.of(command) + " ended with " + code + ": " + output.strip();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }
}
