package org.lynceus.device;

import org.jspecify.annotations.Nullable;

/**
 * What a device says it is; null what it does not say. Manufacturer, model and serial together are
 * its identity.
 */
public record DeviceIdentity(
    @Nullable String manufacturer,
    @Nullable String model,
    @Nullable String firmware,
    @Nullable String serial) {
  /** Of a device that cannot tell, as with plain RTSP. */
  public static final DeviceIdentity UNKNOWN = new DeviceIdentity(null, null, null, null);
}
