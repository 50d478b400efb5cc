package org.lynceus.media.intake;

import java.time.Instant;
import org.lynceus.media.Fault;
import org.lynceus.media.gop.Gop;

/** Receives what a connection brings, on its network thread. */
public interface GopListener {
  /** A frame was added to the group under way; index 0 is its key frame (perhaps of a new run). */
  void frame(Gop gop, int index);

  /** The group is complete; it and its memory now belong to the listener. */
  void complete(Gop gop);

  /** Pictures are missing from this moment up to the next key frame. */
  default void lost(Instant from, Fault reason) {}
}
