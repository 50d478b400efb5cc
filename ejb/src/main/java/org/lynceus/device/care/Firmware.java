package org.lynceus.device.care;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firmware file that was uploaded, piece by piece.
 *
 * @param bytes of the whole file
 * @param sha256 in hex, of the whole file; null while pieces are missing
 * @param node that has the file
 */
public record Firmware(
    UUID id,
    String name,
    long bytes,
    @Nullable String sha256,
    String node,
    String by,
    Instant createdAt) {}
