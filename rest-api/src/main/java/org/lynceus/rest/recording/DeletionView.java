package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.Deletion;
import org.lynceus.recording.DeletionReason;

/** What was deleted of a channel and day in one round. */
public record DeletionView(
    @NotNull Instant at,
    @NotNull UUID channelId,
    @NotNull StreamKind stream,
    @Nullable String channelName,
    @NotNull LocalDate day,
    @NotNull DeletionReason reason,
    @NotNull Integer files,
    @NotNull Long bytes) {
  static DeletionView of(Deletion d) {
    return new DeletionView(
        d.at(),
        d.channelId(),
        d.stream(),
        d.channelName(),
        d.day(),
        d.reason(),
        d.files(),
        d.bytes());
  }
}
