package org.lynceus.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelFilter;

/**
 * The conditions of a search on {@code alarm a}, parted by what finds the rows: those of time, by
 * which one can always go back; at most one that has an index of its own; and the rest, which is
 * asked of each row that the others leave. Pure.
 */
final class SearchConditions {
  private ChannelFilter time = new ChannelFilter("not a.gone", List.of());
  private final List<ChannelFilter> rest = new ArrayList<>();
  private @Nullable ChannelFilter lead;
  private boolean ordered;
  private boolean bounded;
  private boolean dear;

  /** A condition of time. */
  void time(String sql, Object... parameters) {
    time = time.and(new ChannelFilter(sql, List.of(parameters)));
  }

  /** A condition that leaves few alarms, whatever else is asked. */
  void few(String sql, Object... parameters) {
    bounded = true;
    time(sql, parameters);
  }

  /**
   * The column has one of these values, and an index by it and time. The first one of these leads.
   */
  void indexed(String column, String[] values) {
    indexed(column, values, Arrays.asList(values));
  }

  /** The same for ids. */
  void indexed(String column, Collection<UUID> values) {
    indexed(column, values, values);
  }

  private void indexed(String column, Object array, Collection<?> values) {
    if (values.size() == 1) {
      indexed(true, column + " = ?", values.iterator().next());
    } else {
      indexed(false, column + " = any(?)", array);
    }
  }

  /**
   * A condition that has an index; the first one of these leads.
   *
   * @param inOrder whether the index has all that it finds in order of time, which it has for one
   *     value and not for several
   */
  void indexed(boolean inOrder, String sql, Object... parameters) {
    ChannelFilter condition = new ChannelFilter(sql, List.of(parameters));
    if (lead == null) {
      lead = condition;
      ordered = inOrder;
    } else {
      rest.add(condition);
    }
  }

  /** Any other condition. */
  void other(String sql, Object... parameters) {
    other(new ChannelFilter(sql, List.of(parameters)));
  }

  void other(ChannelFilter condition) {
    rest.add(condition);
  }

  /** Another condition, which looks elsewhere or at every letter, for each alarm anew. */
  void dear(ChannelFilter condition) {
    dear = true;
    rest.add(condition);
  }

  ChannelFilter time() {
    return time;
  }

  /** Those that an index leaves; null: none but those of time are such. */
  @Nullable ChannelFilter lead() {
    return lead == null ? null : time.and(lead);
  }

  /** All of them. */
  ChannelFilter all() {
    ChannelFilter all = lead == null ? time : time.and(lead);
    for (ChannelFilter one : rest) {
      all = all.and(one);
    }
    return all;
  }

  /** Whether few rows can match, so that all of them may be looked at. */
  boolean bounded() {
    return bounded;
  }

  /** Whether asking one alarm costs much more than reading it. */
  boolean dear() {
    return dear;
  }

  /**
   * Whether each row that is looked at is found, so that a page never looks at more than it has.
   */
  boolean exact() {
    return rest.isEmpty() && (lead == null || ordered);
  }
}
