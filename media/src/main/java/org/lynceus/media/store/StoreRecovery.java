package org.lynceus.media.store;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts a volume in order after a stop of any kind: cuts torn tails off files, removes files without
 * one whole fragment, forces the result to disk. Run it on each volume before the engine starts.
 */
public final class StoreRecovery {
  private StoreRecovery() {}

  /**
   * Walks the directories of the hours since an instant.
   *
   * @param lookup the index's row of a segment id, or null
   * @param found receives each segment whose row is missing or not closed, marked recovered and
   *     closed
   * @return how many files were looked at, cut and removed
   */
  public static RecoveryReport recover(
      Volume volume,
      Instant since,
      Function<UUID, @Nullable Segment> lookup,
      Consumer<Segment> found)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
