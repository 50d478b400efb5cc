package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.store.VolumeStatus;
import org.lynceus.recording.VolumeRecord;
import org.lynceus.recording.VolumeStore;

/** A volume with its state now; its version is the ETag. Sizes are null on another node. */
public record VolumeView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull String node,
    @NotNull String directory,
    @Nullable UUID groupId,
    @Nullable @Schema(description = "null: another node has it") VolumeState state,
    @Nullable String detail,
    @Nullable Long totalBytes,
    @Nullable Long freeBytes,
    @Nullable @Schema(description = "recordings on it") Long usedBytes,
    @Nullable @Schema(description = "what stays free") Long reserveBytes,
    @Nullable @Schema(description = "reserve as set; null: the default") Long reserveSetBytes,
    @Nullable Long quotaBytes,
    @Nullable @Schema(description = "media that waits to be written") Long queuedBytes,
    @Nullable Long bytesPerSecond,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    @NotNull Long version) {
  static VolumeView of(VolumeRecord volume) {
    VolumeStore.Row row = volume.row();
    VolumeStatus status = volume.status();
    return new VolumeView(
        row.id(),
        row.name(),
        row.node(),
        row.directory().toString(),
        row.groupId(),
        status == null ? null : status.state(),
        status == null || status.detail().isEmpty() ? null : status.detail(),
        status == null ? null : status.totalBytes(),
        status == null ? null : status.freeBytes(),
        status == null ? null : status.usedBytes(),
        status == null ? null : status.reserveBytes(),
        row.reserveBytes(),
        row.quotaBytes(),
        status == null ? null : status.queuedBytes(),
        status == null ? null : status.bytesPerSecond(),
        volume.oldest(),
        volume.newest(),
        row.version());
  }
}
