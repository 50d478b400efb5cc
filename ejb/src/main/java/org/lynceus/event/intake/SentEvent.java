package org.lynceus.event.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as another system tells it, not checked yet.
 *
 * @param id the sender's own: the same id of the same sender is the same event
 * @param from name of a thing that is neither channel nor device of the center
 * @param source the part of the device it is about
 * @param occurredAt null for now
 * @param attributes texts and numbers by name; null for none
 */
public record SentEvent(
    @Nullable String id,
    @Nullable String type,
    @Nullable UUID channelId,
    @Nullable UUID deviceId,
    @Nullable String from,
    @Nullable String source,
    @Nullable Instant occurredAt,
    @Nullable Boolean active,
    @Nullable String text,
    @Nullable Map<String, Object> attributes) {}
