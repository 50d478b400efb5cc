package org.lynceus.rest.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.schedule.TimeEngine;

/** When a template is active in a range, whether it is now, and when that changes. */
public record ActivityView(
    @NotNull List<Span> spans, @NotNull Boolean active, @Nullable Instant nextChange) {

  /** An active span. */
  @Schema(name = "ActivitySpan")
  public record Span(@NotNull Instant from, @NotNull Instant to, @NotNull Boolean specialDay) {
    static Span of(TimeEngine.Span span) {
      return new Span(span.from(), span.to(), span.specialDay());
    }
  }
}
