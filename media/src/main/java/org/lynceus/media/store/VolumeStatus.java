package org.lynceus.media.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A volume's state at one moment; sizes in bytes, 0 while the volume is missing.
 *
 * @param detail an English sentence about the state, empty when READY
 * @param reserveBytes what stays free: the configured reserve or the configured time of intake,
 *     whichever is more
 * @param usedBytes recordings on it: the figure given to {@link Volume#used} and what was written
 *     since
 * @param quotaBytes bound of usedBytes, null without one
 * @param queuedBytes media that waits to be written
 * @param bytesPerSecond written lately, on average
 */
public record VolumeStatus(
    UUID id,
    VolumeState state,
    String detail,
    long totalBytes,
    long freeBytes,
    long reserveBytes,
    long usedBytes,
    @Nullable Long quotaBytes,
    long queuedBytes,
    long bytesPerSecond) {}
