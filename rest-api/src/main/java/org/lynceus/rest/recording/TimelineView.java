package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.recording.Gap;
import org.lynceus.recording.RecordingKind;
import org.lynceus.recording.RecordingLock;
import org.lynceus.recording.Tag;
import org.lynceus.recording.Timeline;
import org.lynceus.recording.Trigger;
import org.lynceus.rest.shared.ReasonView;

/** What is recorded in a half-open range. */
public record TimelineView(
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull @Schema(description = "in order; spans of different kinds may touch") List<Span> spans,
    @NotNull @Schema(description = "times in which recording was wanted and nothing is there")
        List<TimelineGap> gaps,
    @NotNull List<TagView> tags,
    @NotNull @Schema(description = "ranges that must not be deleted") List<LockSpan> locks) {

  /** A time without interruption, and the strongest reason why it was recorded. */
  @Schema(name = "TimelineSpan")
  public record Span(@NotNull Instant from, @NotNull Instant to, @NotNull RecordingKind kind) {}

  /** A time that is missing, and why. */
  @Schema(name = "TimelineGap")
  public record TimelineGap(
      @NotNull Instant from, @NotNull Instant to, @NotNull ReasonView reason) {
    static TimelineGap of(Gap gap) {
      return new TimelineGap(
          gap.from(), gap.to(), Objects.requireNonNull(ReasonView.of(gap.reason())));
    }
  }

  /** A locked range. */
  @Schema(name = "TimelineLock")
  public record LockSpan(
      @NotNull UUID id,
      @NotNull Instant from,
      @NotNull Instant to,
      @NotNull RecordingLock.Kind kind,
      @NotNull String reason) {
    static LockSpan of(RecordingLock lock) {
      return new LockSpan(
          lock.id(), lock.range().from(), lock.range().to(), lock.kind(), lock.reason());
    }
  }

  static TimelineView of(
      Timeline timeline, List<Trigger> triggers, List<Tag> tags, List<RecordingLock> locks) {
    return new TimelineView(
        timeline.range().from(),
        timeline.range().to(),
        timeline.byKind(triggers).stream()
            .map(s -> new Span(s.range().from(), s.range().to(), s.kind()))
            .toList(),
        timeline.gaps().stream().map(TimelineGap::of).toList(),
        tags.stream().map(TagView::of).toList(),
        locks.stream().map(LockSpan::of).toList());
  }
}
