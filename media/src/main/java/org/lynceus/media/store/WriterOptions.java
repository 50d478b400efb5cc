package org.lynceus.media.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.digest.FileDigests;

/**
 * How a volume is written.
 *
 * @param segment length at which files are cut, at the next key frame
 * @param flush how often an open file is forced to disk
 * @param queueBytes media that may wait
 * @param intakeReserve time of intake kept free
 * @param digests whether the SHA-256 of each file is calculated
 */
public record WriterOptions(
    Duration segment, Duration flush, long queueBytes, Duration intakeReserve, boolean digests) {
  /** The calculation of a volume's digests for so many writers, null without. */
  @Nullable FileDigests digestsOf(Volume volume, int writers) {
    return digests
        ? new FileDigests("lynceus-digests-" + volume.id(), writers, queueBytes / 8)
        : null;
  }
}
