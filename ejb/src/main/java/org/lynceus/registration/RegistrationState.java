package org.lynceus.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * Whether a device that dials in is there, as this node sees it since it listens.
 *
 * @param reason why it is not there; null while it is registered
 * @param from the address it dials from; null when it is not registered
 */
public record RegistrationState(@Nullable Reason reason, Instant since, @Nullable String from) {
  public boolean registered() {
    return reason == null;
  }
}
