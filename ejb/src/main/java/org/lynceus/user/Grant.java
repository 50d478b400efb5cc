package org.lynceus.user;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a role holds.
 *
 * @param functions null: all of the role; else those of the role that are in it
 */
public record Grant(Kind kind, UUID objectId, @Nullable Set<Function> functions) {
  /** A site with all below it, a device with its channels, one channel. */
  public enum Kind {
    SITE,
    DEVICE,
    CHANNEL
  }

  /** The functions that a role with these has here. */
  Set<Function> of(Set<Function> role) {
    if (functions == null) {
      return role;
    }
    Set<Function> both = new java.util.HashSet<>(role);
    both.retainAll(functions);
    return both;
  }
}
