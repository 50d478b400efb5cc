package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TimeRange;

class TimelineTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final TimeRange HOUR = new TimeRange(NOON, NOON.plusSeconds(3600));

  private static TimeRange seconds(double from, double to) {
    return new TimeRange(
        NOON.plusMillis((long) (from * 1000)), NOON.plusMillis((long) (to * 1000)));
  }

  @Test
  void filesThatFollowEachOtherAreOneSpan() {
    Timeline timeline = Timeline.of(HOUR, List.of(seconds(0, 60), seconds(60.04, 120)), List.of());
    assertThat(timeline.spans()).containsExactly(seconds(0, 120));
  }

  @Test
  void anInterruptionSplitsSpans() {
    Timeline timeline = Timeline.of(HOUR, List.of(seconds(0, 60), seconds(61, 120)), List.of());
    assertThat(timeline.spans()).containsExactly(seconds(0, 60), seconds(61, 120));
  }

  @Test
  void spansAreCutToTheRange() {
    Timeline timeline =
        Timeline.of(HOUR, List.of(seconds(-30, 30), seconds(3590, 3650)), List.of());
    assertThat(timeline.spans()).containsExactly(seconds(0, 30), seconds(3590, 3600));
  }

  @Property(tries = 300)
  void spansAreOrderedApartAndCoverExactlyTheSegments(
      @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 300) Integer> lengths,
      @ForAll @Size(min = 30, max = 30) List<@IntRange(max = 20) Integer> pauses) {
    List<TimeRange> segments = new ArrayList<>();
    double at = -100;
    for (int i = 0; i < lengths.size(); i++) {
      at += pauses.get(i);
      segments.add(seconds(at, at + lengths.get(i)));
      at += lengths.get(i);
    }
    List<TimeRange> spans = Timeline.of(HOUR, segments, List.of()).spans();
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).from()).isAfter(spans.get(i - 1).to().plus(Timeline.SEAM));
    }
    assertThat(spans.stream().mapToLong(TimelineTest::millis).sum())
        .isEqualTo(segments.stream().mapToLong(TimelineTest::millisInHour).sum());
  }

  private static long millis(TimeRange range) {
    return Duration.between(range.from(), range.to()).toMillis();
  }

  private static long millisInHour(TimeRange segment) {
    long from = Math.max(segment.from().toEpochMilli(), HOUR.from().toEpochMilli());
    long to = Math.min(segment.to().toEpochMilli(), HOUR.to().toEpochMilli());
    return Math.max(0, to - from);
  }
}
