package org.lynceus.device;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is to stand and which node is to drive it; null leaves it as it is.
 *
 * @param homeNode an empty one: any node
 */
public record DevicePlace(@Nullable UUID siteId, @Nullable String homeNode) {
  /** Where it is. */
  public static final DevicePlace SAME = new DevicePlace(null, null);
}
