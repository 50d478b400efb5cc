package org.lynceus.alarm.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pairs beginnings with ends. What happens at once is a state that ended when it began. A beginning
 * while a state lasts is a repetition that counts; an end without a beginning is nothing.
 */
final class States {
  private final GroupingRule rule;
  private final Instant now;
  private final List<State> found = new ArrayList<>();
  private @Nullable State open;

  private States(GroupingRule rule, Instant now) {
    this.rule = rule;
    this.now = now;
  }

  /** A state under construction; {@code end} is null while it lasts. */
  static final class State {
    final Instant begin;
    final boolean momentary;
    final List<UUID> raising = new ArrayList<>();
    Instant last;
    @Nullable Instant end;
    boolean endMissing;

    State(Signal first) {
      begin = first.at();
      last = begin;
      momentary = first.active() == null;
      end = momentary ? begin : null;
      raising.add(first.uid());
    }

    /** How long it lasted, or has lasted until now. */
    Duration length(Instant now) {
      return Duration.between(begin, end == null ? now : end);
    }
  }

  /** States by beginning; those with gaps shorter than the delay-off are one. */
  static List<State> of(Collection<Signal> signals, GroupingRule rule, Instant now) {
    States states = new States(rule, now);
    signals.stream().distinct().sorted(Signal.ORDER).forEach(states::take);
    states.expire(now);
    List<State> joined = joined(states.found, rule.delayOff());
    joined.sort(Comparator.comparing((State s) -> s.begin).thenComparing(s -> s.raising.get(0)));
    return joined;
  }

  private void take(Signal signal) {
    expire(signal.at());
    if (signal.active() == null) {
      found.add(new State(signal));
    } else if (!signal.active()) {
      end(signal.at(), false);
    } else if (open != null) {
      open.raising.add(signal.uid());
      open.last = signal.at();
    } else {
      open = new State(signal);
      found.add(open);
    }
  }

  private void expire(Instant at) {
    if (open != null) {
      Instant latest = open.begin.plus(rule.longest());
      if (!at.isBefore(latest) && !now.isBefore(latest)) {
        end(latest, true);
      }
    }
  }

  private void end(Instant at, boolean missing) {
    if (open != null) {
      open.end = at;
      open.endMissing = missing;
      open = null;
    }
  }

  private static List<State> joined(List<State> states, Duration delayOff) {
    List<State> joined = new ArrayList<>();
    @Nullable State before = null;
    for (State state : states) {
      if (state.momentary) {
        joined.add(state);
      } else if (before != null
          && before.end != null
          && state.begin.isBefore(before.end.plus(delayOff))) {
        before.raising.addAll(state.raising);
        before.last = state.last;
        before.end = state.end;
        before.endMissing |= state.endMissing;
      } else {
        joined.add(state);
        before = state;
      }
    }
    return joined;
  }
}
