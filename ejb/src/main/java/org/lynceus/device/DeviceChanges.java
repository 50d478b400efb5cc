package org.lynceus.device;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a device that a user wants to change; null leaves a field as it is, an empty sub
 * stream or certificate removes it.
 */
public record DeviceChanges(
    @Nullable String name,
    @Nullable String url,
    @Nullable String subUrl,
    @Nullable String certificate,
    @Nullable String username,
    @Nullable String password,
    DevicePlace place) {
  /** Whether the device must be probed again before the change is stored. */
  public boolean connection() {
    return url != null
        || subUrl != null
        || certificate != null
        || username != null
        || password != null;
  }
}
