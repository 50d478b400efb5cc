package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.recording.Timeline;
import org.lynceus.rest.shared.ReasonView;

/** What is recorded in a half-open range. */
public record TimelineView(
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull List<Span> spans,
    @NotNull @Schema(description = "times in which recording was wanted and nothing is there")
        List<Gap> gaps) {

  /** A time without interruption. */
  @Schema(name = "TimelineSpan")
  public record Span(
      @NotNull Instant from,
      @NotNull Instant to,
      @NotNull @Schema(enumeration = "CONTINUOUS") String kind) {}

  /** A time that is missing, and why. */
  @Schema(name = "TimelineGap")
  public record Gap(@NotNull Instant from, @NotNull Instant to, @NotNull ReasonView reason) {}

  static TimelineView of(Timeline timeline) {
    return new TimelineView(
        timeline.range().from(),
        timeline.range().to(),
        timeline.spans().stream().map(s -> new Span(s.from(), s.to(), "CONTINUOUS")).toList(),
        timeline.gaps().stream()
            .map(g -> new Gap(g.from(), g.to(), Objects.requireNonNull(ReasonView.of(g.reason()))))
            .toList());
  }
}
