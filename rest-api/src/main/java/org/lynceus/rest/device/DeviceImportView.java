package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceImport;
import org.lynceus.device.ImportTotals;

/** Devices brought in together, and how far that is. */
public record DeviceImportView(
    @NotNull UUID id,
    @Nullable String fileName,
    @NotNull Instant createdAt,
    @Nullable @Schema(description = "of the job that adds them, once it was started") UUID jobId,
    @NotNull Integer rows,
    @NotNull @Schema(description = "rows to be tried") Integer ready,
    @NotNull @Schema(description = "rows that cannot be used as they are") Integer invalid,
    @NotNull @Schema(description = "rows being tried") Integer trying,
    @NotNull Integer added,
    @NotNull Integer failed) {
  static DeviceImportView of(DeviceImport one) {
    ImportTotals totals = one.totals();
    return new DeviceImportView(
        one.id(),
        one.fileName(),
        one.createdAt(),
        one.jobId(),
        totals.rows(),
        totals.ready(),
        totals.invalid(),
        totals.trying(),
        totals.added(),
        totals.failed());
  }
}
