package org.lynceus.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** Joins segments (in order of start) to spans and cuts spans and gaps to the range. */
  static Timeline of(TimeRange range, List<TimeRange> segments, List<Gap> gaps) {
    List<TimeRange> spans = new ArrayList<>();
    for (TimeRange segment : segments) {
      Instant from = later(segment.from(), range.from());
      Instant to = earlier(segment.to(), range.to());
      if (!from.isBefore(to)) {
        continue;
      }
      TimeRange last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && !last.to().plus(SEAM).isBefore(from)) {
        spans.set(spans.size() - 1, new TimeRange(last.from(), later(last.to(), to)));
      } else {
        spans.add(new TimeRange(from, to));
      }
    }
    return new Timeline(range, spans, cut(gaps, range));
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

  private static List<Gap> cut(List<Gap> gaps, TimeRange range) {
    return gaps.stream()
        .filter(g -> g.from().isBefore(range.to()) && g.to().isAfter(range.from()))
        .map(
            g ->
                new Gap(
                    g.channel(),
                    g.stream(),
                    later(g.from(), range.from()),
                    earlier(g.to(), range.to()),
                    g.reason()))
        .toList();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
