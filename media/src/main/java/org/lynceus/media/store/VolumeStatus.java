package org.lynceus.media.store;

import java.util.UUID;

/**
 * A volume's state at one moment; sizes in bytes, 0 while the volume is missing.
 *
 * @param detail an English sentence about the state, empty when READY
 * @param reserveBytes what stays free: the configured reserve or the configured time of intake,
 *     whichever is more
 */
public record VolumeStatus(
    UUID id,
    VolumeState state,
    String detail,
    long totalBytes,
    long freeBytes,
    long reserveBytes) {}
