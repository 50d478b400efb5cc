package org.lynceus.device;

import org.jspecify.annotations.Nullable;

/** The fields of a device that a user wants to change; null leaves a field as it is. */
public record DeviceChanges(
    @Nullable String name,
    @Nullable String url,
    @Nullable String username,
    @Nullable String password) {
  /** Whether the device must be probed again before the change is stored. */
  public boolean connection() {
    return url != null || username != null || password != null;
  }
}
