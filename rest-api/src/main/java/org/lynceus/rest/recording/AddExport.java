package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.ExportFormat;
import org.lynceus.recording.ExportRequest;
import org.lynceus.shared.TimeRange;

/** Recordings to export: a file per channel and a signed manifest. */
public record AddExport(
    @NotNull @Schema(description = "1 to 64") List<@NotNull UUID> channelIds,
    @Nullable @Schema(description = "MAIN when absent") StreamKind stream,
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull ExportFormat format,
    @NotNull @Schema(description = "in the manifest and in the audit log") String reason) {
  ExportRequest request() {
    return new ExportRequest(
        channelIds,
        stream == null ? StreamKind.MAIN : stream,
        new TimeRange(from, to),
        format,
        reason);
  }
}
