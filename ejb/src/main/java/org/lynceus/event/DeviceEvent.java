package org.lynceus.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * A fact about a device, as its owner node saw it.
 *
 * @param uid made once by the sender; a fact that is delivered twice is stored once
 * @param occurredAt by the clock of the node
 */
public record DeviceEvent(
    UUID uid,
    UUID deviceId,
    @Nullable UUID channelId,
    DeviceEventType type,
    @Nullable Reason reason,
    Instant occurredAt) {}
