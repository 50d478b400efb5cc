package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.ChannelRetention;

/** How long recordings of a channel are kept; its version is the ETag. */
public record RetentionView(
    @Nullable @Schema(description = "should be kept so long") Integer minDays,
    @Nullable @Schema(description = "must be deleted after; null: when room is needed")
        Integer maxDays,
    @Nullable Long quotaBytes,
    @Nullable @Schema(description = "null: any volume") UUID volumeGroupId,
    @NotNull Long version) {
  static RetentionView of(ChannelRetention retention) {
    return new RetentionView(
        retention.minDays(),
        retention.maxDays(),
        retention.quotaBytes(),
        retention.volumeGroupId(),
        retention.version());
  }
}
