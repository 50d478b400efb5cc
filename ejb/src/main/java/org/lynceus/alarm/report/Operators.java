package org.lynceus.alarm.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmHandling;

/**
 * What each person did about alarms. An alarm is acknowledged by who first took it, gave it away or
 * closed it, and closed by who closed it last; each alarm counts once for everybody who did
 * something about it. Pure.
 */
final class Operators {
  private static final double HOUR = 3600;
  private final Map<String, Sums> people = new HashMap<>();

  private static final class Sums {
    String name = "";
    int alarms;
    int forwarded;
    int takenOver;
    final Map<AlarmHandling, Integer> closed = new HashMap<>();
    final Waits acknowledge = new Waits();
    final Waits resolve = new Waits();
  }

  void add(AlarmFact fact) {
    Set<String> involved = new HashSet<>();
    for (AlarmFact.Act act : fact.acts()) {
      Sums sums = of(act.by());
      sums.forwarded += act.kind().equals("FORWARD") ? 1 : 0;
      sums.takenOver += act.kind().equals("TAKE_OVER") ? 1 : 0;
      involved.add(key(act.by()));
    }
    if (!fact.acts().isEmpty() && fact.acknowledged() != null) {
      of(fact.acts().get(0).by()).acknowledge.add(fact.raised(), fact.acknowledged());
    }
    @Nullable String closer = fact.by();
    if (closer != null && fact.closed() != null) {
      Sums sums = of(closer);
      sums.closed.merge(fact.handling(), 1, Integer::sum);
      sums.resolve.add(fact.raised(), fact.closed());
      involved.add(key(closer));
    }
    involved.forEach(person -> of(person).alarms++);
  }

  private Sums of(String name) {
    Sums sums = people.computeIfAbsent(key(name), any -> new Sums());
    if (sums.name.isEmpty()) {
      sums.name = name;
    }
    return sums;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Everybody, those with most alarms first.
   *
   * @param seconds the time that rates are of
   */
  List<AlarmReport.Operator> all(long seconds) {
    return people.values().stream()
        .map(
            sums ->
                new AlarmReport.Operator(
                    sums.name,
                    sums.alarms,
                    sums.alarms * HOUR / seconds,
                    sums.closed.getOrDefault(AlarmHandling.RESOLVED, 0),
                    sums.closed.getOrDefault(AlarmHandling.FALSE_ALARM, 0),
                    sums.closed.getOrDefault(AlarmHandling.IGNORED, 0),
                    sums.forwarded,
                    sums.takenOver,
                    sums.acknowledge.figures(),
                    sums.resolve.figures()))
        .sorted(
            Comparator.comparing(AlarmReport.Operator::alarms)
                .reversed()
                .thenComparing(AlarmReport.Operator::name))
        .limit(ReportTally.LIST)
        .toList();
  }
}
