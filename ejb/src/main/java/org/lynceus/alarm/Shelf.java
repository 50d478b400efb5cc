package org.lynceus.alarm;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Alarms held back for a time: those of a scheme, or those of a type at a source. They are raised
 * and counted all the same. It ends by itself.
 *
 * @param schemeId null when it is about a source and type
 * @param name of the scheme or source, for people
 */
public record Shelf(
    UUID id,
    @Nullable UUID schemeId,
    @Nullable String type,
    @Nullable UUID deviceId,
    @Nullable UUID channelId,
    String name,
    String reason,
    String by,
    Instant begins,
    Instant ends) {}
