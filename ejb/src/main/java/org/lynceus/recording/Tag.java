package org.lynceus.recording;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named moment of a recording. */
public record Tag(
    UUID id,
    UUID channelId,
    Instant at,
    String name,
    @Nullable String note,
    String by,
    Instant createdAt) {}
