package org.lynceus.media.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.MalformedException;

/**
 * A directory that holds recordings, known by the UUID in its {@code volume.json}. A directory
 * without that file, or with another UUID, is never written, so an unmounted disk cannot fill the
 * file system under it. Thread-safe. Only {@link #refresh()} and the ways to make one touch the
 * disk; everything else answers at once from the last look.
 */
public final class Volume {
  /** 5 GB: the least free space that is kept on a production volume. */
  public static final long DEFAULT_RESERVE = 5_000_000_000L;

  private static final long MOST_HYSTERESIS = 256L << 20;
  static final String PROBE = ".write-probe";
  private static final String READ_ONLY = "The file system can only be read";

  private final Path directory;
  private final UUID id;
  private final AtomicLong used = new AtomicLong();
  private volatile long reserveBytes;
  private volatile long intakeReserveBytes;
  private volatile @Nullable Long quotaBytes;
  private volatile LongSupplier queuedBytes = () -> 0;
  private volatile long bytesPerSecond;
  private volatile boolean stalled;
  private volatile Look last;
  private @Nullable String failure;

  /** What was seen at the last look. */
  private record Look(VolumeState state, String detail, long total, long free) {}

  private Volume(Path directory, UUID id, long reserveBytes) {
    this.directory = directory.toAbsolutePath().normalize();
    this.id = id;
    this.reserveBytes = reserveBytes;
    this.last = missing("The volume was not looked at yet");
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

  /**
   * A volume known from the index: MISSING until exactly this volume is found in the directory.
   * Looks at the disk once.
   */
  public static Volume expected(Path directory, UUID id, long reserveBytes) {
    Volume volume = new Volume(directory, id, reserveBytes);
    volume.refresh();
    return volume;
  }

  /** The same without looking at the disk, which may be stuck; its writer looks. */
  public static Volume unseen(Path directory, UUID id, long reserveBytes) {
    return new Volume(directory, id, reserveBytes);
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

  /** The state as of the last look. Does not touch the disk. */
  public VolumeStatus status() {
    Look look = last;
    Long quota = quotaBytes;
    long usedNow = used.get();
    VolumeState state = look.state;
    String detail = look.detail;
    if (stalled) {
      state = VolumeState.STALLED;
      detail = "The disk does not answer: a write or a flush is under way for a long time";
    } else if (state == VolumeState.READY && quota != null && usedNow >= quota) {
      state = VolumeState.FULL;
      detail = "The volume's quota of " + quota / 1_000_000 + " MB is used up";
    }
    return new VolumeStatus(
        id,
        state,
        detail,
        look.total,
        look.free,
        reserve(),
        usedNow,
        quota,
        queuedBytes.getAsLong(),
        bytesPerSecond);
  }

  /** Looks at the disk now and returns the new state. May block as long as the disk does. */
  public VolumeStatus refresh() {
    synchronized (this) {
      try {
        last = VolumeFile.read(directory).equals(id) ? look() : missing("Another volume is here");
      } catch (NoSuchFileException absent) {
        last = missing("The volume is not there; mount its disk");
      } catch (MalformedException damaged) {
        last = missing("The volume is refused: " + damaged.getMessage());
      } catch (IOException failed) {
        last = new Look(VolumeState.FAILED, "The volume cannot be read: " + reason(failed), 0, 0);
      }
    }
    return status();
  }

  /** Changes the reserve in bytes; holds from the next look. */
  public void reserve(long bytes) {
    reserveBytes = bytes;
  }

  /** Bounds the bytes of recordings; null for no bound. */
  public void quota(@Nullable Long bytes) {
    quotaBytes = bytes;
  }

  /**
   * Tells how many bytes of recordings the index knows on the volume; what is written from now on
   * is added until the next call.
   */
  public void used(long bytes) {
    used.set(bytes);
  }

  /** What is wrong, null when the volume can be written. */
  public @Nullable Fault fault() {
    return fault(status());
  }

  /** What is wrong apart from being stuck: for the thread that does the writing. */
  @Nullable Fault diskFault() {
    return stalled && last.state == VolumeState.READY ? null : fault(status());
  }

  private static @Nullable Fault fault(VolumeStatus now) {
    return switch (now.state()) {
      case READY -> null;
      case FULL -> new Fault(FaultCode.VOLUME_FULL, now.detail());
      case STALLED -> new Fault(FaultCode.VOLUME_STALLED, now.detail());
      case MISSING -> new Fault(FaultCode.VOLUME_MISSING, now.detail());
      case READ_ONLY -> new Fault(FaultCode.VOLUME_READ_ONLY, now.detail());
      case FAILED -> new Fault(FaultCode.VOLUME_FAILED, now.detail());
    };
  }

  /** Notes the rate of intake and how long it must have room for. */
  void intake(double perSecond, Duration roomFor) {
    bytesPerSecond = (long) perSecond;
    intakeReserveBytes = (long) (perSecond * roomFor.toSeconds());
  }

  void written(long bytes) {
    used.addAndGet(bytes);
  }

  /** Who knows how many bytes wait to be written. */
  void queued(LongSupplier bytes) {
    queuedBytes = bytes;
  }

  /** Whether files can be cut and closed, as far as the last look knows: also when it is full. */
  boolean tidy() {
    return last.state == VolumeState.READY || last.state == VolumeState.FULL;
  }

  void stalled(boolean now) {
    stalled = now;
  }

  /** Notes that writing failed; the volume stays FAILED until a look can write again. */
  synchronized void failed(IOException error) {
    failure = "Writing to the volume failed: " + reason(error);
    last = new Look(broken(failure), failure, last.total, last.free);
  }

  private Look look() throws IOException {
    FileStore disk = Files.getFileStore(directory);
    long free = disk.getUsableSpace();
    long total = disk.getTotalSpace();
    long reserve = reserve();
    boolean wasFull = last.state == VolumeState.FULL;
    if (disk.isReadOnly()) {
      return new Look(VolumeState.READ_ONLY, READ_ONLY, total, free);
    }
    if (free <= reserve + (wasFull ? Math.min(MOST_HYSTERESIS, reserve / 20) : 0)) {
      return new Look(
          VolumeState.FULL,
          "The volume is full: "
              + free / 1_000_000
              + " MB free, "
              + reserve / 1_000_000
              + " MB are kept in reserve",
          total,
          free);
    }
    String still = failure == null ? null : tryWriting();
    failure = still;
    if (still == null) {
      return new Look(VolumeState.READY, "", total, free);
    }
    return new Look(broken(still), still, total, free);
  }

  private static VolumeState broken(String failure) {
    boolean refused = failure.contains("Read-only file system");
    return refused ? VolumeState.READ_ONLY : VolumeState.FAILED;
  }

  /** Null when the volume can be written again. */
  private @Nullable String tryWriting() {
    Path probe = directory.resolve(PROBE);
    try {
      Files.write(probe, new byte[4096]);
      Files.delete(probe);
      return null;
    } catch (IOException still) {
      return "Writing to the volume failed: " + reason(still);
    }
  }

  private long reserve() {
    return Math.max(reserveBytes, intakeReserveBytes);
  }

  private static Look missing(String detail) {
    return new Look(VolumeState.MISSING, detail, 0, 0);
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
