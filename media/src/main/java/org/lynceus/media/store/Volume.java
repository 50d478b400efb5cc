package org.lynceus.media.store;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A directory that holds recordings, known by the UUID in its {@code volume.json}. A directory
 * without that file, or with another UUID, is never written, so an unmounted disk cannot fill the
 * file system under it. Thread-safe.
 */
public final class Volume {
  /** 5 GB: the least free space that is kept on a production volume. */
  public static final long DEFAULT_RESERVE = 5_000_000_000L;

  private final Path directory;
  private final UUID id;

  private Volume(Path directory, UUID id, long reserveBytes) {
    this.directory = directory;
    this.id = id;
  }

  /**
   * Makes a new volume; the directory must exist and be empty (a lost+found is allowed).
   *
   * @param id a new random UUID
   */
  public static Volume initialise(Path directory, UUID id, long reserveBytes)
      throws VolumeException {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the volume that is in the directory now; refuses a missing directory and one that is no
   * volume.
   */
  public static Volume open(Path directory, long reserveBytes) throws VolumeException {
    throw new UnsupportedOperationException();
  }

  /** A volume known from the index: MISSING until exactly this volume is found in the directory. */
  public static Volume expected(Path directory, UUID id, long reserveBytes) {
    throw new UnsupportedOperationException();
  }

  public UUID id() {
    return id;
  }

  public Path directory() {
    return directory;
  }

  /**
   * Resolves a segment's relative path; throws {@link IllegalArgumentException} when it leads out
   * of the volume.
   */
  public Path resolve(String path) {
    throw new UnsupportedOperationException();
  }

  /** The state as of the last check. Does not touch the disk. */
  public VolumeStatus status() {
    throw new UnsupportedOperationException();
  }

  /** Looks at the disk now and returns the new state. May block as long as the disk does. */
  public VolumeStatus refresh() {
    throw new UnsupportedOperationException();
  }

  /** Changes the reserve in bytes; holds from the next check. */
  public void reserve(long bytes) {
    throw new UnsupportedOperationException();
  }
}
