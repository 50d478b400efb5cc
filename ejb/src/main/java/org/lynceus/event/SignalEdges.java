package org.lynceus.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.protocols.onvif.CameraSignal;

/**
 * What of a device's signals is news: the beginning and the end of a state, not its repetition, and
 * at most so many in a minute. A state that was never active does not end.
 */
final class SignalEdges {
  static final int MOST_IN_A_MINUTE = 600;
  private static final int MOST_STATES = 1000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private record State(String code, String source) {}

  private final Map<State, CameraSignal> active = new HashMap<>();
  private Instant minute = Instant.MIN;
  private int inMinute;
  private int dropped;

  /** Whether the signal is news. One beyond the bound is counted and forgotten. */
  boolean news(CameraSignal signal, Instant now) {
    if (!changes(signal)) {
      return false;
    }
    if (Duration.between(minute, now).compareTo(MINUTE) >= 0) {
      minute = now;
      inMinute = 0;
    }
    if (++inMinute > MOST_IN_A_MINUTE) {
      dropped++;
      return false;
    }
    return true;
  }

  private boolean changes(CameraSignal signal) {
    Boolean state = signal.active();
    if (state == null) {
      return true;
    }
    State key = new State(signal.code(), signal.source());
    if (!state) {
      return active.remove(key) != null;
    }
    return active.size() < MOST_STATES && active.put(key, signal) == null;
  }

  /** How many were left out since the last call. */
  int takeDropped() {
    int left = dropped;
    dropped = 0;
    return left;
  }

  /** The states that are active, which are not known any longer. */
  List<CameraSignal> forget() {
    List<CameraSignal> known = new ArrayList<>(active.values());
    active.clear();
    return known;
  }
}
