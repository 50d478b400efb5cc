package org.lynceus.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lynceus.media.StreamKind;

/**
 * Channels that are recorded while a time template is active: all the time (CONTINUOUS), or around
 * motion or an alarm, from {@code pre} before until {@code post} after.
 *
 * @param kind not MANUAL
 * @param pre 0 to 30 s
 * @param post 0 to 600 s
 */
public record RecordingPlan(
    UUID id,
    String name,
    boolean enabled,
    UUID templateId,
    RecordingKind kind,
    StreamKind stream,
    Duration pre,
    Duration post,
    List<UUID> channelIds,
    Instant changedAt,
    long version) {
  public RecordingPlan {
    channelIds = List.copyOf(channelIds);
  }

  /** The same plan as somebody sees it who sees only these channels. */
  RecordingPlan with(List<UUID> channels) {
    return new RecordingPlan(
        id, name, enabled, templateId, kind, stream, pre, post, channels, changedAt, version);
  }
}
