package org.lynceus.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the center knows of a user beyond the sign-in.
 *
 * @param manySessions whether he may be signed in more than once at a time
 * @param expiresAt when he is disabled, null: never
 * @param networks where he may sign in from; none: everywhere
 * @param version 0 for a user of whom nothing was ever set
 */
public record Account(
    UUID id,
    String username,
    boolean enabled,
    int ptzLevel,
    boolean manySessions,
    @Nullable Instant expiresAt,
    @Nullable String remark,
    List<UUID> roleIds,
    List<NetworkRange> networks,
    long version) {
  public Account {
    roleIds = List.copyOf(roleIds);
    networks = List.copyOf(networks);
  }

  static Account unset(SignInUser user) {
    return new Account(
        user.id(), user.username(), user.enabled(), 3, true, null, null, List.of(), List.of(), 0);
  }
}
