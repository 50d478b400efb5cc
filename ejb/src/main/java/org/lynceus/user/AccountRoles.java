package org.lynceus.user;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides over the rights of a user that the center has an account of.
 *
 * @param enabled false: no right at all
 * @param expiresAt no right at all from then on
 * @param ptzLevel 1 to 8; the higher takes a camera over
 */
public record AccountRoles(
    boolean enabled, @Nullable Instant expiresAt, int ptzLevel, Set<UUID> roles) {
  boolean valid(Instant now) {
    return enabled && (expiresAt == null || now.isBefore(expiresAt));
  }
}
