package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;

/** How one signs in at a device. */
public record RevealedPassword(@NotNull String username, @NotNull String password) {
  @Override
  public String toString() {
    return "RevealedPassword[username=" + username + "]";
  }
}
