package org.lynceus.alarm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AlarmEngineProperties {
  private static final Instant BASE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant NOW = BASE.plus(Duration.ofHours(2));

  @Provide
  Arbitrary<List<Signal>> signals() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3600),
            Arbitraries.of(Boolean.TRUE, Boolean.FALSE, null),
            Arbitraries.longs())
        .as((second, active, id) -> new Signal(new UUID(0, id), BASE.plusSeconds(second), active))
        .list()
        .ofMaxSize(60)
        .uniqueElements(Signal::uid);
  }

  @Provide
  Arbitrary<GroupingRule> rules() {
    Arbitrary<Duration> seconds = Arbitraries.of(0, 1, 30, 60, 600).map(Duration::ofSeconds);
    return Combinators.combine(
            seconds,
            Arbitraries.of(1, 60, 600).map(Duration::ofSeconds),
            seconds,
            seconds,
            Arbitraries.of(900, 86_400).map(Duration::ofSeconds))
        .as(GroupingRule::new);
  }

  @Property(tries = 500)
  void orderAndRepetitionDoNotMatter(
      @ForAll("signals") List<Signal> signals,
      @ForAll("rules") GroupingRule rule,
      @ForAll Random random) {
    List<Signal> other = new ArrayList<>(signals);
    signals.stream().filter(s -> random.nextBoolean()).forEach(other::add);
    Collections.shuffle(other, random);
    assertThat(AlarmEngine.group(other, rule, NOW))
        .isEqualTo(AlarmEngine.group(signals, rule, NOW));
  }

  @Property(tries = 500)
  void everyRaisingSignalIsInOneAlarmOrOfAShortState(
      @ForAll("signals") List<Signal> signals, @ForAll("rules") GroupingRule rule) {
    Grouping grouping = AlarmEngine.group(signals, rule, NOW);
    Set<UUID> raising = new HashSet<>();
    signals.stream().filter(Signal::raises).forEach(s -> raising.add(s.uid()));
    List<UUID> grouped =
        grouping.groups().stream().flatMap(group -> group.raising().stream()).toList();
    assertThat(grouped).doesNotHaveDuplicates();
    assertThat(raising).containsAll(grouped);
    assertThat(grouped.size() + grouping.shortStates()).isEqualTo(raising.size());
  }

  @Property(tries = 500)
  void alarmsAreInOrderAndAlarmsThatBeginLaterNeverFitIntoTheOneBefore(
      @ForAll("signals") List<Signal> signals, @ForAll("rules") GroupingRule rule) {
    List<AlarmGroup> groups = AlarmEngine.group(signals, rule, NOW).groups();
    for (int i = 1; i < groups.size(); i++) {
      AlarmGroup before = groups.get(i - 1);
      Instant begin = groups.get(i).first();
      assertThat(begin).isAfterOrEqualTo(before.first());
      assertThat(
              !begin.isBefore(before.first().plus(rule.cap()))
                  || before.ended() != null && !begin.isBefore(before.ended().plus(rule.window())))
          .isTrue();
    }
  }

  @Property(tries = 300)
  void whatEndedBeforeIsNotChangedByWhatComesLater(
      @ForAll("signals") List<Signal> signals, @ForAll("rules") GroupingRule rule) {
    List<AlarmGroup> groups = AlarmEngine.group(signals, rule, NOW).groups();
    List<Signal> more = new ArrayList<>(signals);
    more.add(new Signal(new UUID(1, 1), BASE.plus(Duration.ofHours(3)), null));
    List<AlarmGroup> after = AlarmEngine.group(more, rule, NOW).groups();
    for (int i = 0; i + 1 < groups.size(); i++) {
      assertThat(after.get(i)).isEqualTo(groups.get(i));
    }
  }

  @Property(tries = 300)
  void eachGroupTakesAnAlarmOnceAndNoneIsForgotten(
      @ForAll("signals") List<Signal> signals,
      @ForAll("rules") GroupingRule rule,
      @ForAll Random random) {
    List<UUID> alarms = List.of(new UUID(9, 1), new UUID(9, 2), new UUID(9, 3));
    java.util.Map<UUID, UUID> holders = new java.util.HashMap<>();
    List<AlarmGroup> groups = AlarmEngine.group(signals, rule, NOW).groups();
    for (AlarmGroup group : groups) {
      for (UUID signal : group.raising()) {
        if (random.nextBoolean()) {
          holders.put(signal, alarms.get(random.nextInt(3)));
        }
      }
    }
    RowChoice choice = RowChoice.of(groups, holders, alarms);
    List<UUID> taken = choice.taken().stream().filter(one -> one != null).toList();
    assertThat(taken).doesNotHaveDuplicates();
    Set<UUID> known = new HashSet<>(taken);
    known.addAll(choice.lost().keySet());
    assertThat(known).containsExactlyInAnyOrderElementsOf(new HashSet<>(holders.values()));
    assertThat(choice.lost().keySet()).noneMatch(taken::contains);
  }
}
