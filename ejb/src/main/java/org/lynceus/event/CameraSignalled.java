package org.lynceus.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A camera told something of a channel, seen by the node that owns the device. Fired without a
 * transaction; what is stored goes its own way through the queue.
 *
 * @param active whether a state began or ended; null for what happens at once
 */
public record CameraSignalled(UUID channelId, String type, @Nullable Boolean active) {}
