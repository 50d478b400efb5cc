package org.lynceus.device;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Devices brought in together. Its rows are judged when it is made (nothing is stored of the
 * devices, nobody is asked); a job then asks each device once and adds what answered.
 *
 * @param fileName null when it came from a search
 * @param columns the file's headers, empty when it came from a search
 * @param jobId null before it was started
 */
public record DeviceImport(
    UUID id,
    @Nullable String fileName,
    List<String> columns,
    String by,
    Instant createdAt,
    @Nullable UUID jobId,
    ImportTotals totals) {}
