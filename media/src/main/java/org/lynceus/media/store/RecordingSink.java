package org.lynceus.media.store;

import java.time.Instant;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;

/**
 * The recorder of one stream as a volume's writer sees it. Called by the writer thread; must return
 * at once.
 */
public interface RecordingSink {
  StreamKey key();

  /** A group of pictures was written. */
  void written(Instant from, Instant to);

  /** A group of pictures that ends at this time was lost. */
  void failed(Fault fault, Instant end);
}
