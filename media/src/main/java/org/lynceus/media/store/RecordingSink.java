package org.lynceus.media.store;

import java.time.Instant;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.gop.Gop;

/**
 * The recorder of one stream as a volume's writer sees it. Called by the writer thread; must return
 * at once.
 */
public interface RecordingSink {
  StreamKey key();

  /** A group of pictures was written. */
  void written(Instant from, Instant to);

  /**
   * A group of pictures could not be written and belongs to the sink again, which records it
   * elsewhere or reports it lost, and releases it.
   */
  void failed(Fault fault, Gop gop);

  /**
   * Whether a group was given back, so that the later ones are to be given back too and keep their
   * order.
   */
  default boolean over() {
    return false;
  }
}
