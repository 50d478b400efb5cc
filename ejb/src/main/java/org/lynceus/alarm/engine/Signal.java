package org.lynceus.alarm.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as the engine sees it: something of one key (scheme, source and type) happened, began
 * or ended. Signals with the same uid are the same one.
 *
 * @param active whether a state began or ended; null for what happens at once
 */
public record Signal(UUID uid, Instant at, @Nullable Boolean active) {
  /** By time; what has the same time in the order in which its sender made it. */
  static final Comparator<Signal> ORDER =
      Comparator.comparing(Signal::at).thenComparing(Signal::uid);

  /** Whether it counts: the end of a state raises nothing. */
  boolean raises() {
    return !Boolean.FALSE.equals(active);
  }
}
