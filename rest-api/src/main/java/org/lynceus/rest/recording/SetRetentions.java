package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.ChannelRetention;

/** How long recordings of many channels are to be kept; null: no bound. */
public record SetRetentions(
    @NotNull @Schema(description = "1 to 1,000") List<@NotNull UUID> channelIds,
    @Nullable Integer minDays,
    @Nullable Integer maxDays,
    @Nullable Long quotaBytes,
    @Nullable UUID volumeGroupId) {
  ChannelRetention retention() {
    return new ChannelRetention(minDays, maxDays, quotaBytes, volumeGroupId, 0);
  }
}
