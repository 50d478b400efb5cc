package org.lynceus.media.store;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * Reads every recording of a volume from the disk alone, so that the index can be made again.
 * Changes nothing on disk. A torn tail is left out of its segment; files of others are skipped.
 */
public final class StoreScan {
  private static final System.Logger LOG = System.getLogger(StoreScan.class.getName());

  private final Volume volume;
  private final Options options;
  private final Consumer<Segment> found;
  private long files;
  private long bytes;

  private StoreScan(Volume volume, Options options, Consumer<Segment> found) {
    this.volume = volume;
    this.options = options;
    this.found = found;
  }

  /**
   * How to scan.
   *
   * @param open whether a file is being written now; such files are left out
   * @param digests whether each file is read whole for its SHA-256 (disk speed), else only headers
   * @param progress told after each file
   * @param cancelled asked after each file; the scan ends early when true
   */
  public record Options(
      Predicate<String> open, boolean digests, Progress progress, BooleanSupplier cancelled) {}

  /** Yields the segments in byte order of their paths, as not closed and without a digest. */
  public static void scan(Volume volume, Consumer<Segment> found) throws IOException {
    StoreWalk.visit(
        volume,
        "",
        path -> {
          Segment segment = read(volume, path);
          if (segment != null) {
            found.accept(segment);
          }
          return true;
        });
  }

  /**
   * Yields the segments in byte order of their paths as rows of an index: closed and recovered.
   *
   * @return the number of files looked at
   */
  public static long rebuild(Volume volume, Options options, Consumer<Segment> found)
      throws IOException {
    StoreScan scan = new StoreScan(volume, options, found);
    StoreWalk.visit(volume, "", scan::visit);
    return scan.files;
  }

  private boolean visit(String path) throws IOException {
    Segment segment = options.open.test(path) ? null : read(volume, path);
    if (segment != null) {
      bytes += segment.bytes();
      found.accept(
          segment.recovered(
              options.digests ? FileDigest.of(volume.resolve(path), segment.bytes()) : null));
    }
    files++;
    options.progress.at(files, bytes);
    return !options.cancelled.getAsBoolean();
  }

  private static @Nullable Segment read(Volume volume, String path) throws IOException {
    try {
      return SegmentFile.read(volume.directory(), path).segment();
    } catch (MalformedException foreign) {
      LOG.log(System.Logger.Level.WARNING, "Not a recording: {0}", path);
      return null;
    }
  }
}
