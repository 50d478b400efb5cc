package org.lynceus.rest.device;

import java.net.URI;
import org.lynceus.device.DeviceAddress;

/** How a device is spoken to; its address says it. */
public enum DeviceProtocol {
  RTSP,
  ONVIF;

  static DeviceProtocol of(URI address) {
    return DeviceAddress.onvif(address) ? ONVIF : RTSP;
  }
}
