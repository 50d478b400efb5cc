package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TimeRange;

class RetentionChoiceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID GATE = new UUID(1, 1);
  private static final UUID HALL = new UUID(1, 2);

  private static RetentionChoice.Candidate daysAgo(UUID channel, int days, long bytes) {
    Instant end = NOW.minus(Duration.ofDays(days));
    return new RetentionChoice.Candidate(
        UUID.randomUUID(), channel, new TimeRange(end.minusSeconds(60), end), bytes);
  }

  private static ChannelRetention days(Integer min, Integer max) {
    return new ChannelRetention(min, max, null, null, 1);
  }

  private static RecordingLock lock(UUID channel, int fromDaysAgo, Instant until) {
    Instant from = NOW.minus(Duration.ofDays(fromDaysAgo)).minusSeconds(30);
    return new RecordingLock(
        UUID.randomUUID(),
        List.of(channel),
        new TimeRange(from, from.plusSeconds(10)),
        until == null ? RecordingLock.Kind.LEGAL_HOLD : RecordingLock.Kind.INCIDENT,
        until,
        "theft",
        "anna",
        NOW);
  }

  @Test
  void mostDaysAreAMustAndOnlyForTheirChannel() {
    RetentionChoice choice = new RetentionChoice(Map.of(GATE, days(null, 3)), List.of(), NOW);
    RetentionChoice.Candidate old = daysAgo(GATE, 4, 10);
    assertThat(choice.expired(List.of(old, daysAgo(GATE, 2, 10), daysAgo(HALL, 400, 10))).chosen())
        .containsExactly(old);
  }

  @Test
  void aLockKeepsWhatItOverlapsUntilItEnds() {
    RetentionChoice.Candidate old = daysAgo(GATE, 10, 10);
    Map<UUID, ChannelRetention> three = Map.of(GATE, days(null, 3));
    assertThat(
            new RetentionChoice(three, List.of(lock(GATE, 10, null)), NOW)
                .expired(List.of(old))
                .chosen())
        .isEmpty();
    assertThat(
            new RetentionChoice(three, List.of(lock(GATE, 10, NOW.minusSeconds(1))), NOW)
                .expired(List.of(old))
                .chosen())
        .containsExactly(old);
    assertThat(
            new RetentionChoice(three, List.of(lock(HALL, 10, null)), NOW)
                .expired(List.of(old))
                .chosen())
        .containsExactly(old);
  }

  @Test
  void roomIsMadeFromTheOldestThatWereKeptLongEnough() {
    RetentionChoice choice = new RetentionChoice(Map.of(GATE, days(30, null)), List.of(), NOW);
    RetentionChoice.Candidate wished = daysAgo(GATE, 20, 100);
    RetentionChoice.Candidate free = daysAgo(HALL, 5, 100);
    assertThat(choice.room(List.of(wished, free), 100))
        .isEqualTo(new RetentionChoice.Choice(List.of(free), false, 100));
    assertThat(choice.room(List.of(wished, free), 101))
        .isEqualTo(new RetentionChoice.Choice(List.of(free, wished), true, 200));
  }

  @Property(tries = 200)
  void neverALockedOneNeverMoreThanNeededAndAllThereIsWhenItIsNotEnough(
      @ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> ages,
      @ForAll @LongRange(min = 1, max = 4000) long needed,
      @ForAll @IntRange(max = 40) int locked) {
    List<RetentionChoice.Candidate> oldestFirst = new ArrayList<>();
    ages.stream()
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(age -> oldestFirst.add(daysAgo(age % 2 == 0 ? GATE : HALL, age, 100)));
    RecordingLock lock = lock(GATE, locked, null);
    RetentionChoice choice = new RetentionChoice(Map.of(HALL, days(20, null)), List.of(lock), NOW);
    RetentionChoice.Choice chosen = choice.room(oldestFirst, needed);
    assertThat(chosen.chosen())
        .doesNotHaveDuplicates()
        .noneMatch(c -> c.channel().equals(GATE) && c.range().cut(lock.range()) != null);
    assertThat(chosen.freed()).isEqualTo(chosen.chosen().size() * 100L).isLessThan(needed + 100);
    if (chosen.freed() < needed) {
      long deletable =
          oldestFirst.stream()
              .filter(c -> !(c.channel().equals(GATE) && c.range().cut(lock.range()) != null))
              .count();
      assertThat(chosen.chosen()).hasSize((int) deletable);
    }
  }
}
