package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.event.EventRetention;

/** How long events are kept; its version is the ETag. */
public record EventRetentionView(
    @NotNull @Schema(description = "7 to 400; older ones go a day (UTC) at a time") Integer days,
    @NotNull Long version) {
  static EventRetentionView of(EventRetention retention) {
    return new EventRetentionView(retention.days(), retention.version());
  }
}
