package org.lynceus.alarm.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which events follow others: B follows A when it happened or began at the moment of A or later,
 * but less than the time given after it, and is another event. A function of the two sets and the
 * times that events tell of themselves: in which order they become known does not matter, and what
 * follows once follows whatever else becomes known.
 */
public final class Sequence {
  private Sequence() {}

  /** Those of {@code seconds} that follow one of {@code firsts}. */
  public static List<Signal> following(
      Collection<Signal> firsts, Collection<Signal> seconds, Duration within) {
    NavigableMap<Instant, Set<UUID>> before = byTime(firsts);
    return seconds.stream()
        .distinct()
        .filter(
            one -> other(before.subMap(one.at().minus(within), false, one.at(), true), one.uid()))
        .toList();
  }

  /** Those of {@code firsts} that one of {@code seconds} follows. */
  public static List<Signal> followed(
      Collection<Signal> firsts, Collection<Signal> seconds, Duration within) {
    NavigableMap<Instant, Set<UUID>> after = byTime(seconds);
    return firsts.stream()
        .distinct()
        .filter(one -> other(after.subMap(one.at(), true, one.at().plus(within), false), one.uid()))
        .toList();
  }

  private static NavigableMap<Instant, Set<UUID>> byTime(Collection<Signal> signals) {
    NavigableMap<Instant, Set<UUID>> found = new TreeMap<>();
    signals.forEach(
        signal -> found.computeIfAbsent(signal.at(), at -> new HashSet<>()).add(signal.uid()));
    return found;
  }

  private static boolean other(NavigableMap<Instant, Set<UUID>> near, UUID uid) {
    return near.values().stream().flatMap(Set::stream).anyMatch(one -> !one.equals(uid));
  }
}
