package org.lynceus.rest.device;

import java.net.URI;
import org.lynceus.device.DeviceAddress;
import org.lynceus.device.RegistrationAddress;

/** How a device is spoken to; its address says it. */
public enum DeviceProtocol {
  RTSP,
  ONVIF,
  /** The device dials in. */
  REGISTRATION;

  public static DeviceProtocol of(URI address) {
    if (RegistrationAddress.is(address)) {
      return REGISTRATION;
    }
    return DeviceAddress.onvif(address) ? ONVIF : RTSP;
  }
}
