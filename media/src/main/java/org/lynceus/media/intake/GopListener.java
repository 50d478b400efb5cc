package org.lynceus.media.intake;

import org.lynceus.media.gop.Gop;

/** Receives what a connection brings, on its network thread. */
public interface GopListener {
  /** A frame was added to the group under way; index 0 is its key frame (perhaps of a new run). */
  void frame(Gop gop, int index);

  /** The group is complete; it and its memory now belong to the listener. */
  void complete(Gop gop);
}
