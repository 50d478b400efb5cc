package org.lynceus.rest.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.event.EventRetention;

/** How long events are kept; its version is the ETag. */
public record EventRetentionView(
    @Schema(description = "7 to 400; older ones go a day (UTC) at a time") int days, long version) {
  static EventRetentionView of(EventRetention retention) {
    return new EventRetentionView(retention.days(), retention.version());
  }
}
