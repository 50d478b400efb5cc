package org.lynceus.media.store;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a volume with the index both ways. Changes nothing; memory is bounded by one hour's
 * directory.
 */
public final class StoreCheck {
  private StoreCheck() {}

  /**
   * How to check.
   *
   * @param open whether a file is being written now; such files and their rows are left out
   * @param deep whether each file is read whole and its SHA-256 compared
   * @param progress told after each file
   * @param cancelled asked after each file; the check ends early when true
   */
  public record Options(
      Predicate<String> open, boolean deep, Progress progress, BooleanSupplier cancelled) {}

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
    throw new UnsupportedOperationException("in the making");
  }

  /**
   * Puts a TORN file in order on the disk.
   *
   * @return the segment for the index, null when nothing whole was left and the file is gone
   */
  public static @Nullable Segment settle(Volume volume, String path) throws IOException {
    return StoreRecovery.settle(volume, path);
  }
}
