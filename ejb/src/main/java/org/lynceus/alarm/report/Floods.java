package org.lynceus.alarm.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds alarm floods as ISA-18.2 counts them: a flood begins with the alarm that makes more than
 * ten within ten minutes, and ends as soon as fewer than five are left in the last ten minutes. A
 * span of ten minutes is half-open: an alarm counts until ten minutes after it began, not at that
 * moment. Alarms are told in order of time. Pure.
 */
public final class Floods {
  static final Duration SPAN = Duration.ofMinutes(10);
  static final int BEGINS_ABOVE = 10;
  static final int ENDS_BELOW = 5;

  /**
   * One flood.
   *
   * @param end null while it lasts
   * @param count alarms of it, with the ten before the one that began it
   * @param peak the most within ten minutes
   */
  public record Flood(Instant start, @Nullable Instant end, int count, int peak) {}

  private final Deque<Instant> recent = new ArrayDeque<>();
  private final List<Flood> found = new ArrayList<>();
  private Instant newest = Instant.MIN;
  private @Nullable Instant start;
  private int count;
  private int peak;

  /** The next alarm. Whether a flood ends now is seen once all alarms of this moment are told. */
  void add(Instant at) {
    settle(at);
    recent.add(at);
    newest = at;
    if (start == null && recent.size() > BEGINS_ABOVE) {
      start = at;
      count = recent.size();
      peak = count;
    } else if (start != null) {
      count++;
      peak = Math.max(peak, recent.size());
    }
  }

  /** All floods by then, the last of which may last. */
  List<Flood> until(Instant now) {
    settle(now.plusNanos(1));
    List<Flood> all = new ArrayList<>(found);
    if (start != null) {
      all.add(new Flood(start, null, count, peak));
    }
    return all;
  }

  /** Ends what ended before this moment, and forgets what does not count at it. */
  private void settle(Instant now) {
    if (newest.isBefore(now)) {
      endAt(newest);
    }
    while (!recent.isEmpty() && !recent.getFirst().plus(SPAN).isAfter(now)) {
      Instant left = recent.removeFirst().plus(SPAN);
      if (left.isBefore(now)) {
        endAt(left);
      } else {
        newest = now;
      }
    }
  }

  private void endAt(Instant at) {
    if (start != null && recent.size() < ENDS_BELOW) {
      found.add(new Flood(start, at, count, peak));
      start = null;
    }
  }
}
