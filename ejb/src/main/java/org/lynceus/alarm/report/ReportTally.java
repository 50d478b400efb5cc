package org.lynceus.alarm.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.shared.TimeRange;

/**
 * Adds up alarms that are told in order of time. What it keeps grows with sources, schemes, hours
 * and handled alarms, not with what the rows hold. Pure: the moment is passed in.
 */
final class ReportTally {
  /** The longest lists of sources and schemes. */
  static final int LIST = 20;

  private static final Duration STALE = Duration.ofHours(24);
  private static final long TEN_MINUTES = Floods.SPAN.toSeconds();

  private final TimeRange range;
  private final Instant now;
  private final Map<AlarmPriority, Integer> priorities = new EnumMap<>(AlarmPriority.class);
  private final Map<Instant, Map<AlarmPriority, Integer>> hours = new HashMap<>();
  private final Map<Long, Integer> tens = new HashMap<>();
  private final Map<List<String>, OfSource> sources = new HashMap<>();
  private final Map<UUID, OfScheme> schemes = new HashMap<>();
  private final Set<String> people = new HashSet<>();
  private final Operators operators = new Operators();
  private final Floods floods = new Floods();
  private final Waits acknowledge = new Waits();
  private final Waits resolve = new Waits();
  private int total;
  private int open;
  private int stale;

  private static final class OfSource {
    String name = "";
    int count;
    final Chatter chatter = new Chatter();
  }

  private static final class OfScheme {
    String name = "";
    int count;
    int closed;
    int falseAlarms;
  }

  ReportTally(TimeRange range, Instant now) {
    this.range = range;
    this.now = now;
  }

  void add(AlarmFact fact) {
    total++;
    priorities.merge(fact.priority(), 1, Integer::sum);
    hours
        .computeIfAbsent(
            fact.first().truncatedTo(ChronoUnit.HOURS), at -> new EnumMap<>(AlarmPriority.class))
        .merge(fact.priority(), 1, Integer::sum);
    tens.merge(Math.floorDiv(fact.first().getEpochSecond(), TEN_MINUTES), 1, Integer::sum);
    floods.add(fact.first());
    ofSource(fact);
    ofScheme(fact);
    ofPeople(fact);
    operators.add(fact);
    Instant ended = fact.ended() == null ? now : fact.ended();
    stale += Duration.between(fact.first(), ended).compareTo(STALE) > 0 ? 1 : 0;
  }

  private void ofSource(AlarmFact fact) {
    OfSource source =
        sources.computeIfAbsent(List.of(fact.source(), fact.type()), key -> new OfSource());
    source.name = fact.sourceName();
    source.count++;
    source.chatter.add(fact.first(), fact.last(), fact.events());
  }

  private void ofScheme(AlarmFact fact) {
    OfScheme scheme = schemes.computeIfAbsent(fact.schemeId(), key -> new OfScheme());
    scheme.name = fact.schemeName();
    scheme.count++;
    scheme.closed += fact.handling().closed() ? 1 : 0;
    scheme.falseAlarms += fact.handling() == AlarmHandling.FALSE_ALARM ? 1 : 0;
  }

  private void ofPeople(AlarmFact fact) {
    if (fact.by() != null) {
      people.add(fact.by().toLowerCase(Locale.ROOT));
    }
    if (fact.acknowledged() != null) {
      acknowledge.add(fact.raised(), fact.acknowledged());
    }
    if (fact.closed() != null) {
      resolve.add(fact.raised(), fact.closed());
    }
    open += fact.handling().closed() ? 0 : 1;
  }

  AlarmReport report() {
    Instant end = now.isBefore(range.to()) ? now : range.to();
    TimeRange counted =
        new TimeRange(range.from(), end.isAfter(range.from()) ? end : range.from().plusSeconds(1));
    double rate = total / (counted.length().toSeconds() / (double) TEN_MINUTES);
    List<Floods.Flood> flooded = floods.until(counted.to());
    return new AlarmReport(
        counted,
        total,
        open,
        priorities,
        hours(),
        people.size(),
        rate,
        people.isEmpty() ? null : rate / people.size(),
        tens.values().stream().mapToInt(count -> count).max().orElse(0),
        flooded,
        share(flooded, counted),
        top(source -> source.count),
        top(source -> source.chatter.times()),
        stale,
        acknowledge.figures(),
        resolve.figures(),
        schemes(),
        operators.all(counted.length().toSeconds()));
  }

  private static double share(List<Floods.Flood> floods, TimeRange counted) {
    long seconds = 0;
    for (Floods.Flood flood : floods) {
      @Nullable Instant end = flood.end();
      seconds += Duration.between(flood.start(), end == null ? counted.to() : end).toSeconds();
    }
    return seconds / (double) counted.length().toSeconds();
  }

  private List<AlarmReport.Hour> hours() {
    return hours.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(hour -> new AlarmReport.Hour(hour.getKey(), hour.getValue()))
        .toList();
  }

  private List<AlarmReport.Source> top(ToIntFunction<OfSource> count) {
    List<AlarmReport.Source> found = new ArrayList<>();
    sources.forEach(
        (key, source) -> {
          if (count.applyAsInt(source) > 0) {
            found.add(new AlarmReport.Source(source.name, key.get(1), count.applyAsInt(source)));
          }
        });
    return found.stream()
        .sorted(
            Comparator.comparing(AlarmReport.Source::count)
                .reversed()
                .thenComparing(AlarmReport.Source::name)
                .thenComparing(AlarmReport.Source::type))
        .limit(LIST)
        .toList();
  }

  private List<AlarmReport.Scheme> schemes() {
    return schemes.entrySet().stream()
        .map(
            one ->
                new AlarmReport.Scheme(
                    one.getKey(),
                    one.getValue().name,
                    one.getValue().count,
                    one.getValue().closed,
                    one.getValue().falseAlarms))
        .sorted(
            Comparator.comparing(AlarmReport.Scheme::count)
                .reversed()
                .thenComparing(AlarmReport.Scheme::name))
        .limit(LIST)
        .toList();
  }
}
