package org.lynceus.media.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.StreamKey;

/**
 * Compares a volume with the index both ways, in one pass over both. Changes nothing; memory is
 * bounded by one hour's directory and the number of streams.
 */
public final class StoreCheck {
  private final Volume volume;
  private final Iterator<Segment> rows;
  private final Options options;
  private final Consumer<Finding> findings;
  private final Map<StreamKey, Segment> newest = new HashMap<>();
  private @Nullable Segment row;
  private boolean cancelled;
  private long files;
  private long bytes;

  /**
   * How to check.
   *
   * @param open whether a file is being written now; such files and their rows are left out
   * @param before recordings that begin at or after this are left out, because their rows may be on
   *     their way; take some minutes before the start of the check
   * @param deep whether each file is read whole and its SHA-256 compared
   * @param progress told after each file
   * @param cancelled asked after each file; the check ends early when true
   */
  public record Options(
      Predicate<String> open,
      Instant before,
      boolean deep,
      Progress progress,
      BooleanSupplier cancelled) {}

  private StoreCheck(
      Volume volume, Iterator<Segment> rows, Options options, Consumer<Finding> findings) {
    this.volume = volume;
    this.rows = rows;
    this.options = options;
    this.findings = findings;
  }

  /**
   * Runs the check and returns the number of files looked at.
   *
   * @param rows of this volume in byte order of their paths (SQL: {@code order by path collate
   *     "C"})
   * @param findings receives what is wrong, in order of path where it belongs to a path
   */
  public static long run(
      Volume volume, Iterator<Segment> rows, Options options, Consumer<Finding> findings)
      throws IOException {
    StoreCheck check = new StoreCheck(volume, rows, options, findings);
    check.nextRow();
    StoreWalk.visit(volume, "", check.new Files());
    if (!check.cancelled) {
      check.rowsBefore(null);
    }
    return check.files;
  }

  /**
   * Puts a TORN file in order on the disk.
   *
   * @return the segment for the index, null when nothing whole was left and the file is gone
   */
  public static @Nullable Segment settle(Volume volume, String path) throws IOException {
    return StoreRecovery.settle(volume, path);
  }

  /** Meets the files of the walk. */
  private final class Files implements StoreWalk.Visitor {
    @Override
    public boolean visit(String path) throws IOException {
      rowsBefore(path);
      Segment known = row != null && row.path().equals(path) ? row : null;
      if (known != null) {
        nextRow();
      }
      if (!options.open.test(path)) {
        compare(path, known);
      }
      files++;
      options.progress.at(files, bytes);
      cancelled = options.cancelled.getAsBoolean();
      return !cancelled;
    }

    @Override
    public void foreign(String path) {
      found(FindingCode.FOREIGN_FILE, path, null, "This is not a recording", null);
    }
  }

  /** Reports the rows that lie before a path, or all that are left. */
  private void rowsBefore(@Nullable String path) {
    while (row != null && (path == null || row.path().compareTo(path) < 0)) {
      Segment lost = row;
      nextRow();
      if (lost.start().isBefore(options.before) && !options.open.test(lost.path())) {
        String text = "The index names a file that is not there";
        found(FindingCode.ROW_WITHOUT_FILE, lost.path(), lost.id(), text, null);
      }
    }
  }

  private void nextRow() {
    Segment before = row;
    row = rows.hasNext() ? rows.next() : null;
    if (before != null && row != null && row.path().compareTo(before.path()) <= 0) {
      throw new IllegalArgumentException("the rows are not in order of their paths");
    }
  }

  private void compare(String path, @Nullable Segment known) throws IOException {
    SegmentFile.Content content;
    try {
      content = SegmentFile.read(volume.directory(), path);
    } catch (MalformedException foreign) {
      UUID id = known == null ? null : known.id();
      FindingCode code = known == null ? FindingCode.FOREIGN_FILE : FindingCode.DIGEST_DIFFERS;
      found(code, path, id, "The file is not a recording: " + foreign.getMessage(), null);
      return;
    } catch (NoSuchFileException deletedMeanwhile) {
      return;
    }
    bytes += content.fileBytes();
    Segment truth = content.segment();
    if (truth == null) {
      UUID id = known == null ? null : known.id();
      found(FindingCode.TORN, path, id, "The file holds not one whole fragment", null);
    } else if (truth.start().isBefore(options.before)) {
      compare(path, known, truth, content.fileBytes());
    }
  }

  private void compare(String path, @Nullable Segment known, Segment truth, long length)
      throws IOException {
    boolean complete = known != null && known.closed() && known.bytes() == length;
    if (!truth.volume().equals(volume.id())) {
      String text = "The recording belongs to volume " + truth.volume();
      found(FindingCode.FOREIGN_FILE, path, truth.id(), text, null);
      return;
    }
    overlap(truth);
    if (truth.bytes() != length && complete) {
      String text = "The file has its length and is damaged behind byte " + truth.bytes();
      found(FindingCode.DIGEST_DIFFERS, path, truth.id(), text, null);
    } else if (truth.bytes() != length) {
      String text = "The file ends in the middle of a fragment";
      found(FindingCode.TORN, path, truth.id(), text, settled(truth));
    } else if (known == null) {
      String text = "The index does not know this recording";
      found(FindingCode.FILE_WITHOUT_ROW, path, truth.id(), text, settled(truth));
    } else if (known.bytes() != length) {
      String text = "The index says " + known.bytes() + " bytes, the file has " + length;
      found(FindingCode.LENGTH_DIFFERS, path, truth.id(), text, settled(truth));
    } else {
      compareWhole(known, truth);
    }
  }

  private void compareWhole(Segment known, Segment truth) throws IOException {
    String difference = SegmentDifference.between(known, truth);
    String digest = known.sha256();
    if (difference != null) {
      found(
          FindingCode.ROW_DIFFERS,
          truth.path(),
          truth.id(),
          "The index is wrong about the recording's " + difference,
          settled(truth));
    } else if (options.deep
        && digest != null
        && !digest.equals(FileDigest.of(volume.resolve(truth.path())))) {
      found(
          FindingCode.DIGEST_DIFFERS,
          truth.path(),
          truth.id(),
          "The bytes of the file are not those that were recorded",
          null);
    }
  }

  private void overlap(Segment truth) {
    Segment before = newest.get(truth.key());
    if (before != null && truth.start().isBefore(before.end())) {
      String text = "The recording begins before the end of " + before.path();
      found(FindingCode.OVERLAP, truth.path(), truth.id(), text, null);
    }
    if (before == null || truth.end().isAfter(before.end())) {
      newest.put(truth.key(), truth);
    }
  }

  private Segment settled(Segment truth) throws IOException {
    return truth.recovered(FileDigest.of(volume.resolve(truth.path()), truth.bytes()));
  }

  private void found(
      FindingCode code,
      String path,
      @Nullable UUID segment,
      String detail,
      @Nullable Segment truth) {
    findings.accept(new Finding(code, path, segment, detail, truth));
  }
}
