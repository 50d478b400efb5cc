package org.lynceus.media.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One disagreement between disk and index.
 *
 * @param path relative to the volume
 * @param segment id in the file, or in the row where there is no file; null for a foreign file
 * @param detail an English sentence
 * @param truth what the disk says, closed, recovered and with the digest of its bytes; null where
 *     nothing can be put into the index
 */
public record Finding(
    FindingCode code,
    String path,
    @Nullable UUID segment,
    String detail,
    @Nullable Segment truth) {}
