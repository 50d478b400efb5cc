package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.BatchAct;
import org.lynceus.device.care.DeviceBatch;

/** One act on many devices, and how far it is. */
public record DeviceBatchView(
    @NotNull UUID id,
    @NotNull BatchAct act,
    @NotNull Instant createdAt,
    @Nullable UUID jobId,
    @NotNull Integer total,
    @NotNull @Schema(description = "devices for which it worked") Integer done,
    @NotNull @Schema(description = "devices for which it did not") Integer failed) {
  static DeviceBatchView of(DeviceBatch batch) {
    return new DeviceBatchView(
        batch.id(),
        batch.act(),
        batch.createdAt(),
        batch.jobId(),
        batch.total(),
        batch.done(),
        batch.failed());
  }
}
