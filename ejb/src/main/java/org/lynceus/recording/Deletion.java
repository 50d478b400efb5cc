package org.lynceus.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKind;

/**
 * One entry of the deletion log: the files of a stream and day that were deleted in one round.
 *
 * @param channelName name at that time, null when the channel was gone
 * @param day of the recordings, UTC
 */
public record Deletion(
    long id,
    Instant at,
    UUID channelId,
    StreamKind stream,
    @Nullable String channelName,
    LocalDate day,
    DeletionReason reason,
    int files,
    long bytes) {}
