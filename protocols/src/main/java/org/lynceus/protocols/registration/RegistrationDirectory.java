package org.lynceus.protocols.registration;

import org.jspecify.annotations.Nullable;

/** Knows which devices may register. Asked on a worker; may take a moment. */
@FunctionalInterface
public interface RegistrationDirectory {
  /** The device of a registration id; null when nobody provided for it. */
  @Nullable RegistrationEntry find(String id);
}
