package org.lynceus.alarm.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Groups the signals of one key (scheme, source and type) into alarms. A function of the set of
 * signals and the moment: neither their order nor how often one is told matters, and each raising
 * signal is in exactly one group, or counted as of a state that was too short. Live work,
 * simulation and tests use it alike.
 */
public final class AlarmEngine {
  private AlarmEngine() {}

  /** Groups, in order of time, as they are now. */
  public static Grouping group(Collection<Signal> signals, GroupingRule rule, Instant now) {
    Open open = new Open(rule, now);
    States.of(signals, rule, now).forEach(open::take);
    open.close();
    return new Grouping(open.groups, open.shortStates, open.checkAt);
  }

  /** The group under construction and those before it. */
  private static final class Open {
    private final GroupingRule rule;
    private final Instant now;
    private final List<AlarmGroup> groups = new ArrayList<>();
    private final List<UUID> raising = new ArrayList<>();
    private int shortStates;
    private @Nullable Instant checkAt;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant reach;
    private boolean lasting;
    private boolean endMissing;

    Open(GroupingRule rule, Instant now) {
      this.rule = rule;
      this.now = now;
    }

    void take(States.State state) {
      Instant begin = state.begin;
      if (!state.momentary && state.length(now).compareTo(rule.delayOn()) < 0) {
        shortStates += state.raising.size();
        if (state.end == null) {
          check(begin.plus(rule.delayOn()));
        }
        return;
      }
      if (first != null && !joins(begin)) {
        close();
      }
      if (first == null) {
        first = begin;
      }
      last = last == null || state.last.isAfter(last) ? state.last : last;
      raising.addAll(state.raising);
      endMissing |= state.endMissing;
      extend(state);
    }

    private boolean joins(Instant begin) {
      return first != null
          && begin.isBefore(first.plus(rule.cap()))
          && (lasting || reach != null && begin.isBefore(reach.plus(rule.window())));
    }

    /** A state that may yet go on, within the delay-off, lasts. */
    private void extend(States.State state) {
      Instant end = state.end;
      if (end == null) {
        lasting = true;
        check(state.begin.plus(rule.longest()));
        return;
      }
      Instant settled = state.momentary || state.endMissing ? end : end.plus(rule.delayOff());
      if (now.isBefore(settled)) {
        lasting = true;
        check(settled);
      }
      reach = reach == null || end.isAfter(reach) ? end : reach;
    }

    private void check(Instant at) {
      checkAt = checkAt == null || at.isBefore(checkAt) ? at : checkAt;
    }

    void close() {
      if (first != null && last != null) {
        groups.add(new AlarmGroup(first, last, lasting ? null : reach, endMissing, raising));
      }
      first = null;
      last = null;
      reach = null;
      lasting = false;
      endMissing = false;
      raising.clear();
    }
  }
}
