package org.lynceus.rest.device;

import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceIdentity;

/** What a device says it is; all absent for plain RTSP. */
public record IdentityView(
    @Nullable String manufacturer,
    @Nullable String model,
    @Nullable String firmware,
    @Nullable String serial) {
  public static IdentityView of(DeviceIdentity identity) {
    return new IdentityView(
        identity.manufacturer(), identity.model(), identity.firmware(), identity.serial());
  }
}
