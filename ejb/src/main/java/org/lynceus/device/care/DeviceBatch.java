package org.lynceus.device.care;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.config.StreamChange;
import org.lynceus.protocols.onvif.OverlayPosition;

/**
 * One act on many devices, done by a job; never with its password.
 *
 * @param length of new passwords
 * @param place of names
 * @param encoders of which stream, and what
 * @param done devices for which it worked
 * @param failed devices for which it did not
 */
public record DeviceBatch(
    UUID id,
    BatchAct act,
    String by,
    Instant createdAt,
    @Nullable UUID jobId,
    @Nullable Integer length,
    @Nullable UUID firmware,
    @Nullable OverlayPosition place,
    @Nullable StreamChange encoders,
    int total,
    int done,
    int failed) {}
