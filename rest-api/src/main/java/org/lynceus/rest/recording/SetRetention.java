package org.lynceus.rest.recording;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.ChannelRetention;

/** How long recordings of a channel are to be kept; null: no bound. */
public record SetRetention(
    @Nullable Integer minDays,
    @Nullable Integer maxDays,
    @Nullable Long quotaBytes,
    @Nullable UUID volumeGroupId) {
  ChannelRetention with(long version) {
    return new ChannelRetention(minDays, maxDays, quotaBytes, volumeGroupId, version);
  }
}
