package org.lynceus.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.store.VolumeStatus;

/**
 * A volume with its state now.
 *
 * @param status null when another node has it
 * @param oldest begin of the oldest recording on it
 * @param newest begin of the newest one
 */
public record VolumeRecord(
    VolumeStore.Row row,
    @Nullable VolumeStatus status,
    @Nullable Instant oldest,
    @Nullable Instant newest) {}
