package org.lynceus.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * The listener of this node.
 *
 * @param address where it listens, or ought to
 * @param reason why it does not listen; null while it does
 * @param registered how many devices are registered now
 * @param knocks of devices that nobody provided for, the newest first
 */
public record RegistrationOverview(
    String address, @Nullable Reason reason, int registered, List<Knock> knocks) {}
