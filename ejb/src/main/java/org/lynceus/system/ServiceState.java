package org.lynceus.system;

import org.jspecify.annotations.Nullable;

/** How one service of a node is. The detail says what to do, or gives a figure. */
public record ServiceState(String name, Health state, @Nullable String detail) {
  /** Works, works with losses, does not work. */
  public enum Health {
    UP,
    DEGRADED,
    DOWN
  }

  static ServiceState up(String name, @Nullable String detail) {
    return new ServiceState(name, Health.UP, detail);
  }

  static ServiceState degraded(String name, String detail) {
    return new ServiceState(name, Health.DEGRADED, detail);
  }

  static ServiceState down(String name, String detail) {
    return new ServiceState(name, Health.DOWN, detail);
  }
}
