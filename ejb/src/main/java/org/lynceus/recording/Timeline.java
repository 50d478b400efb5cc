package org.lynceus.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.lynceus.shared.TimeRange;

/**
 * What is recorded of a channel in a range: spans in order, not touching each other, and gaps with
 * their reason. Everything is cut to the range.
 */
public record Timeline(TimeRange range, List<TimeRange> spans, List<Gap> gaps) {
  /**
   * Files of one run follow each other within a frame or two; less than this is no interruption.
   */
  static final Duration SEAM = Duration.ofMillis(500);

  public Timeline {
    spans = List.copyOf(spans);
    gaps = List.copyOf(gaps);
  }

  /** Joins segments to spans and cuts spans and gaps to the range. */
  static Timeline of(TimeRange range, List<TimeRange> segments, List<Gap> gaps) {
    return new Timeline(
        range,
        TimeRange.union(segments.stream().map(range::cut).filter(Objects::nonNull).toList(), SEAM),
        gaps.stream().map(gap -> gap.cut(range)).filter(Objects::nonNull).toList());
  }

  /** A part of a span and the strongest reason why it was recorded. */
  public record KindSpan(TimeRange range, RecordingKind kind) {}

  /** The spans split by the reason why they were recorded, in order. */
  public List<KindSpan> byKind(List<Trigger> triggers) {
    List<KindSpan> found = new ArrayList<>();
    List<TimeRange> left = spans;
    for (RecordingKind kind :
        List.of(RecordingKind.MANUAL, RecordingKind.ALARM, RecordingKind.MOTION)) {
      List<TimeRange> ranges =
          TimeRange.union(
              triggers.stream()
                  .filter(t -> t.kind() == kind && t.from().isBefore(t.until()))
                  .map(t -> new TimeRange(t.from(), t.until()))
                  .toList());
      List<TimeRange> others = TimeRange.minus(left, ranges);
      TimeRange.minus(left, others).forEach(range -> found.add(new KindSpan(range, kind)));
      left = others;
    }
    left.forEach(range -> found.add(new KindSpan(range, RecordingKind.CONTINUOUS)));
    found.sort(Comparator.comparing(span -> span.range().from()));
    return found;
  }
}
