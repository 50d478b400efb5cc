package org.lynceus.alarm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReportProperties {
  private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");

  private static List<Instant> sorted(List<Integer> seconds) {
    return seconds.stream().sorted().map(second -> BEGIN.plusSeconds(second)).toList();
  }

  private static long within(List<Instant> all, Instant at) {
    return all.stream()
        .filter(one -> !one.isAfter(at) && one.plus(Floods.SPAN).isAfter(at))
        .count();
  }

  /** What the definition says, second by second. */
  private static List<Instant> edges(List<Instant> all, Instant until) {
    List<Instant> found = new ArrayList<>();
    boolean flood = false;
    for (Instant at = BEGIN; !at.isAfter(until); at = at.plusSeconds(1)) {
      long count = within(all, at);
      if (flood ? count < Floods.ENDS_BELOW : count > Floods.BEGINS_ABOVE) {
        flood = !flood;
        found.add(at);
      }
    }
    return found;
  }

  @Property(tries = 200)
  void floodsBeginAndEndWhenTheDefinitionSaysSo(
      @ForAll @Size(max = 60) List<@IntRange(max = 5000) Integer> seconds) {
    List<Instant> all = sorted(seconds);
    Instant until = BEGIN.plusSeconds(6000);
    Floods floods = new Floods();
    all.forEach(floods::add);
    List<Instant> found = new ArrayList<>();
    for (Floods.Flood flood : floods.until(until)) {
      found.add(flood.start());
      if (flood.end() != null) {
        found.add(flood.end());
      }
    }
    assertThat(found).isEqualTo(edges(all, until));
  }

  @Property
  void whatIsSaidToChatterHasThreeEventsWithinAMinute(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 2000) Integer> seconds) {
    List<Instant> all = sorted(seconds);
    Duration span = Duration.between(all.get(0), all.get(all.size() - 1));
    if (Chatter.dense(span, all.size())) {
      boolean three = false;
      for (int i = 2; i < all.size(); i++) {
        three |= Duration.between(all.get(i - 2), all.get(i)).compareTo(Chatter.SPAN) < 0;
      }
      assertThat(three).isTrue();
    }
  }

  @Property
  void halfOfTheTimesAreAtMostTheMedianAndNearlyAllAtMostTheOther(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 10000) Integer> seconds) {
    Waits waits = new Waits();
    List<Integer> told = new ArrayList<>(seconds);
    Collections.shuffle(told, new java.util.Random(1));
    told.forEach(second -> waits.add(BEGIN, BEGIN.plusSeconds(second)));
    Waits.Figures figures = waits.figures();
    assertThat(figures.count()).isEqualTo(seconds.size());
    assertThat(seconds.stream().filter(s -> s <= figures.medianSeconds()).count() * 2)
        .isGreaterThanOrEqualTo(seconds.size());
    assertThat(seconds.stream().filter(s -> s < figures.medianSeconds()).count() * 2)
        .isLessThan(seconds.size());
    assertThat(seconds.stream().filter(s -> s <= figures.p95Seconds()).count() * 100)
        .isGreaterThanOrEqualTo(seconds.size() * 95L);
  }
}
