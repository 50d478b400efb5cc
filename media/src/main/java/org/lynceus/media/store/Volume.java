package org.lynceus.media.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.MalformedException;

/**
 * A directory that holds recordings, known by the UUID in its {@code volume.json}. A directory
 * without that file, or with another UUID, is never written, so an unmounted disk cannot fill the
 * file system under it. Thread-safe.
 */
public final class Volume {
  /** 5 GB: the least free space that is kept on a production volume. */
  public static final long DEFAULT_RESERVE = 5_000_000_000L;

  private static final long MOST_HYSTERESIS = 256L << 20;
  private static final String PROBE = ".write-probe";

  private final Path directory;
  private final UUID id;
  private volatile long reserveBytes;
  private volatile long intakeReserveBytes;
  private volatile VolumeStatus status;
  private @Nullable String failure;

  private Volume(Path directory, UUID id, long reserveBytes) {
    this.directory = directory.toAbsolutePath().normalize();
    this.id = id;
    this.reserveBytes = reserveBytes;
    this.status = missing("The volume was not looked at yet");
  }

  /**
   * Makes a new volume; the directory must exist and be empty (a lost+found is allowed).
   *
   * @param id a new random UUID
   */
  public static Volume initialise(Path directory, UUID id, long reserveBytes)
      throws VolumeException {
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.anyMatch(entry -> !entry.endsWith("lost+found"))) {
        throw refused(
            FaultCode.VOLUME_FAILED, "The directory is not empty; choose an empty one", directory);
      }
      VolumeFile.write(directory, id);
    } catch (NoSuchFileException absent) {
      throw refused(FaultCode.VOLUME_MISSING, "The directory does not exist", directory);
    } catch (IOException failed) {
      throw refused(
          FaultCode.VOLUME_FAILED, "The directory cannot be written: " + reason(failed), directory);
    }
    return open(directory, reserveBytes);
  }

  /**
   * Opens the volume that is in the directory now; refuses a missing directory and one that is no
   * volume.
   */
  public static Volume open(Path directory, long reserveBytes) throws VolumeException {
    try {
      Volume volume = new Volume(directory, VolumeFile.read(directory), reserveBytes);
      volume.refresh();
      return volume;
    } catch (NoSuchFileException absent) {
      throw refused(
          FaultCode.VOLUME_MISSING,
          "There is no volume.json: the disk is not mounted, or this never was a volume",
          directory);
    } catch (IOException failed) {
      throw refused(
          FaultCode.VOLUME_FAILED, "The volume cannot be read: " + reason(failed), directory);
    } catch (MalformedException damaged) {
      throw refused(
          FaultCode.VOLUME_MISSING, "The volume is refused: " + damaged.getMessage(), directory);
    }
  }

  /** A volume known from the index: MISSING until exactly this volume is found in the directory. */
  public static Volume expected(Path directory, UUID id, long reserveBytes) {
    Volume volume = new Volume(directory, id, reserveBytes);
    volume.refresh();
    return volume;
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
    Path resolved = directory.resolve(path).normalize();
    if (!resolved.startsWith(directory) || resolved.equals(directory)) {
      throw new IllegalArgumentException("the path leads out of the volume");
    }
    return resolved;
  }

  /** The state as of the last check. Does not touch the disk. */
  public VolumeStatus status() {
    return status;
  }

  /** Looks at the disk now and returns the new state. May block as long as the disk does. */
  public synchronized VolumeStatus refresh() {
    VolumeStatus now;
    try {
      now = VolumeFile.read(directory).equals(id) ? look() : missing("Another volume is here");
    } catch (NoSuchFileException absent) {
      now = missing("The volume is not there; mount its disk");
    } catch (MalformedException damaged) {
      now = missing("The volume is refused: " + damaged.getMessage());
    } catch (IOException failed) {
      now = state(VolumeState.FAILED, "The volume cannot be read: " + reason(failed), 0, 0);
    }
    status = now;
    return now;
  }

  /** Changes the reserve in bytes; holds from the next check. */
  public void reserve(long bytes) {
    reserveBytes = bytes;
  }

  /** What is wrong, null when the volume can be written. */
  public @Nullable Fault fault() {
    VolumeStatus now = status;
    return switch (now.state()) {
      case READY -> null;
      case FULL -> new Fault(FaultCode.VOLUME_FULL, now.detail());
      case MISSING -> new Fault(FaultCode.VOLUME_MISSING, now.detail());
      case FAILED -> new Fault(FaultCode.VOLUME_FAILED, now.detail());
    };
  }

  /** Notes the bytes that the configured time of intake needs at the present rate. */
  void intakeReserve(long bytes) {
    intakeReserveBytes = bytes;
  }

  /** Notes that writing failed; the volume stays FAILED until a check can write again. */
  synchronized void failed(IOException error) {
    failure = "Writing to the volume failed: " + reason(error);
    status = state(VolumeState.FAILED, failure, status.totalBytes(), status.freeBytes());
  }

  private VolumeStatus look() throws IOException {
    FileStore disk = Files.getFileStore(directory);
    long free = disk.getUsableSpace();
    long total = disk.getTotalSpace();
    long reserve = reserve();
    boolean wasFull = status.state() == VolumeState.FULL;
    if (free <= reserve + (wasFull ? Math.min(MOST_HYSTERESIS, reserve / 20) : 0)) {
      return state(
          VolumeState.FULL,
          "The volume is full: "
              + free / 1_000_000
              + " MB free, "
              + reserve / 1_000_000
              + " MB are kept in reserve",
          total,
          free);
    }
    if (failure != null && !canWrite()) {
      return state(VolumeState.FAILED, failure, total, free);
    }
    failure = null;
    return state(VolumeState.READY, "", total, free);
  }

  private boolean canWrite() {
    Path probe = directory.resolve(PROBE);
    try {
      Files.write(probe, new byte[4096]);
      Files.delete(probe);
      return true;
    } catch (IOException still) {
      failure = "Writing to the volume failed: " + reason(still);
      return false;
    }
  }

  private long reserve() {
    return Math.max(reserveBytes, intakeReserveBytes);
  }

  private VolumeStatus missing(String detail) {
    return state(VolumeState.MISSING, detail, 0, 0);
  }

  private VolumeStatus state(VolumeState state, String detail, long total, long free) {
    return new VolumeStatus(id, state, detail, total, free, reserve());
  }

  private static VolumeException refused(FaultCode code, String text, Path directory) {
    return new VolumeException(new Fault(code, text + " (" + directory + ")"));
  }

  private static String reason(IOException error) {
    List<String> words =
        List.of(error.getClass().getSimpleName(), String.valueOf(error.getMessage()));
    return String.join(": ", words);
  }
}
