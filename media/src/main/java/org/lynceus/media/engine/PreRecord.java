package org.lynceus.media.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;

/**
 * The last seconds of a stream as whole groups of pictures in media memory. When media memory
 * becomes scarce the oldest go first. On its loop's thread.
 */
final class PreRecord {
  private final BufferPool pool;
  private final long most;
  private final ArrayDeque<Gop> groups = new ArrayDeque<>();

  /**
   * Holds nothing yet.
   *
   * @param most bytes in use of all media memory from which on nothing old is held
   */
  PreRecord(BufferPool pool, long most) {
    this.pool = pool;
    this.most = most;
  }

  /** Takes a group and its ownership and lets go of what lies further back than the time. */
  void add(Gop gop, Duration time) {
    groups.add(gop);
    limit(time);
  }

  /** Lets go of what is not needed to reach back this time from the newest end. */
  void limit(Duration time) {
    while (!groups.isEmpty() && (tooOld(time) || pool.inUse() > most)) {
      groups.remove().release();
    }
  }

  /** Hands everything held to the caller, oldest first. */
  List<Gop> drain() {
    List<Gop> all = new ArrayList<>(groups);
    groups.clear();
    return all;
  }

  private boolean tooOld(Duration time) {
    Gop first = groups.getFirst();
    Gop last = groups.getLast();
    Instant needed = last.run().at(last.end()).minus(time);
    return !first.run().at(first.end()).isAfter(needed);
  }
}
