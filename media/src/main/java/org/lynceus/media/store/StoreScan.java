package org.lynceus.media.store;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads every recording of a volume from the disk alone, so that the index can be made again or
 * compared.
 */
public final class StoreScan {
  private StoreScan() {}

  /**
   * Yields the segments in order of their hour; changes nothing on disk. A torn tail is left out of
   * its segment.
   */
  public static void scan(Volume volume, Consumer<Segment> found) throws IOException {
    throw new UnsupportedOperationException();
  }
}
