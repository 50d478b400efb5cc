package org.lynceus.alarm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SequenceProperties {
  private static final Instant BASE = Instant.parse("2026-11-23T08:00:00Z");

  @Provide
  Arbitrary<List<Signal>> signals() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 200), Arbitraries.longs().between(0, 20))
        .as((second, id) -> new Signal(new UUID(0, id), BASE.plusSeconds(second), null))
        .list()
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<Duration> spans() {
    return Arbitraries.of(1, 30, 3600).map(Duration::ofSeconds);
  }

  private static boolean follows(Signal second, Signal first, Duration within) {
    return !second.uid().equals(first.uid())
        && !second.at().isBefore(first.at())
        && second.at().isBefore(first.at().plus(within));
  }

  @Property(tries = 500)
  void itIsEachPairAskedAlone(
      @ForAll("signals") List<Signal> firsts,
      @ForAll("signals") List<Signal> seconds,
      @ForAll("spans") Duration within) {
    assertThat(Sequence.following(firsts, seconds, within))
        .containsExactlyElementsOf(
            seconds.stream()
                .distinct()
                .filter(b -> firsts.stream().anyMatch(a -> follows(b, a, within)))
                .toList());
    assertThat(Sequence.followed(firsts, seconds, within))
        .containsExactlyElementsOf(
            firsts.stream()
                .distinct()
                .filter(a -> seconds.stream().anyMatch(b -> follows(b, a, within)))
                .toList());
  }

  @Property(tries = 500)
  void orderAndRepetitionDoNotMatter(
      @ForAll("signals") List<Signal> firsts,
      @ForAll("signals") List<Signal> seconds,
      @ForAll("spans") Duration within,
      @ForAll Random random) {
    assertThat(Sequence.following(again(firsts, random), again(seconds, random), within))
        .containsExactlyInAnyOrderElementsOf(Sequence.following(firsts, seconds, within));
  }

  @Property(tries = 500)
  void whatFollowsFollowsWhateverElseBecomesKnown(
      @ForAll("signals") List<Signal> firsts,
      @ForAll("signals") List<Signal> more,
      @ForAll("signals") List<Signal> seconds,
      @ForAll("spans") Duration within) {
    List<Signal> all = new ArrayList<>(firsts);
    all.addAll(more);
    assertThat(new HashSet<>(Sequence.following(all, seconds, within)))
        .containsAll(Sequence.following(firsts, seconds, within));
  }

  @Example
  void theSpanIsHalfOpenAndNothingFollowsItself() {
    Signal first = new Signal(new UUID(0, 1), BASE, null);
    Signal same = new Signal(new UUID(0, 2), BASE, null);
    Signal last = new Signal(new UUID(0, 3), BASE.plusSeconds(30).minusMillis(1), null);
    Signal late = new Signal(new UUID(0, 4), BASE.plusSeconds(30), null);
    Signal before = new Signal(new UUID(0, 5), BASE.minusMillis(1), null);
    assertThat(
            Sequence.following(
                List.of(first), List.of(first, same, last, late, before), Duration.ofSeconds(30)))
        .containsExactly(same, last);
  }

  private static List<Signal> again(List<Signal> signals, Random random) {
    List<Signal> other = new ArrayList<>(signals);
    signals.stream().filter(one -> random.nextBoolean()).forEach(other::add);
    Collections.shuffle(other, random);
    return other;
  }
}
