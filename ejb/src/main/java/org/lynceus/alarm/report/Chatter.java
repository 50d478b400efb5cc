package org.lynceus.alarm.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether one source chatters: three or more activations within 60 seconds. Of an alarm only its
 * first and last event and their number are kept, so what is found is certain, and what chattered
 * between may be missed: three alarms that began within the span, or an alarm with so many events
 * that three of them must lie within it. Alarms are told in order of time. Pure.
 */
final class Chatter {
  static final Duration SPAN = Duration.ofSeconds(60);
  static final int ACTIVATIONS = 3;

  private final Deque<Instant> begun = new ArrayDeque<>();
  private int times;

  void add(Instant first, Instant last, int events) {
    begun.add(first);
    while (begun.size() > ACTIVATIONS) {
      begun.removeFirst();
    }
    boolean together = begun.size() == ACTIVATIONS && first.isBefore(begun.getFirst().plus(SPAN));
    if (together || dense(Duration.between(first, last), events)) {
      times++;
    }
  }

  /** How many alarms showed it. */
  int times() {
    return times;
  }

  /**
   * Of n events, the first, third, fifth and so on part the time into (n-1)/2 spans of three events
   * each; the shortest of these is not longer than their average.
   */
  static boolean dense(Duration from, int events) {
    int parts = (events - 1) / 2;
    return parts > 0 && from.compareTo(SPAN.multipliedBy(parts)) < 0;
  }
}
