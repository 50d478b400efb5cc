package org.lynceus.user;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides over the rights of a user that the center has an account of.
 *
 * @param enabled false: no right at all
 * @param expiresAt no right at all from then on
 * @param networks where he may come from; none: from everywhere
 * @param ptzLevel 1 to 8; the higher takes a camera over
 */
public record AccountRoles(
    boolean enabled,
    @Nullable Instant expiresAt,
    int ptzLevel,
    Set<UUID> roles,
    List<NetworkRange> networks) {
  public AccountRoles {
    networks = List.copyOf(networks);
  }

  boolean valid(Instant now) {
    return enabled && (expiresAt == null || now.isBefore(expiresAt));
  }

  boolean mayComeFrom(@Nullable String address) {
    return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
  }
}
