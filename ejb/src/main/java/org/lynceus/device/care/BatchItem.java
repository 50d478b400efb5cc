package org.lynceus.device.care;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * A device of a batch and what became of it.
 *
 * @param number from 1, in the order chosen
 * @param name of the device when it was chosen
 */
public record BatchItem(
    int number, UUID deviceId, String name, BatchState state, @Nullable Reason reason) {}
