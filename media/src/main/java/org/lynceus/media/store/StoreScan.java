package org.lynceus.media.store;

import java.io.IOException;
import java.util.function.Consumer;
import org.lynceus.media.MalformedException;

/**
 * Reads every recording of a volume from the disk alone, so that the index can be made again or
 * compared.
 */
public final class StoreScan {
  private static final System.Logger LOG = System.getLogger(StoreScan.class.getName());

  private StoreScan() {}

  /**
   * Yields the segments in order of their hour, as not closed and without a digest; changes nothing
   * on disk. A torn tail is left out of its segment; files of others are skipped.
   */
  public static void scan(Volume volume, Consumer<Segment> found) throws IOException {
    StoreWalk.visit(
        volume,
        "",
        path -> {
          try {
            Segment segment = SegmentFile.read(volume.directory(), path).segment();
            if (segment != null) {
              found.accept(segment);
            }
          } catch (MalformedException foreign) {
            LOG.log(System.Logger.Level.WARNING, "Not a recording: {0}", path);
          }
        });
  }
}
