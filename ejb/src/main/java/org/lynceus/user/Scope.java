package org.lynceus.user;

import java.util.Set;
import java.util.UUID;

/**
 * Where a function holds.
 *
 * @param all everywhere; then the sets do not matter
 * @param sites with those below them
 * @param devices granted as such
 * @param channels granted as such
 */
public record Scope(boolean all, Set<UUID> sites, Set<UUID> devices, Set<UUID> channels) {
  public static final Scope ALL = new Scope(true, Set.of(), Set.of(), Set.of());
  public static final Scope NONE = new Scope(false, Set.of(), Set.of(), Set.of());

  public boolean none() {
    return !all && sites.isEmpty() && devices.isEmpty() && channels.isEmpty();
  }
}
