package org.lynceus.protocols.onvif;

import org.lynceus.protocols.xml.XmlElement;

/** What a device says it is (GetDeviceInformation); each text at most 100 characters, or empty. */
public record DeviceInformation(
    String manufacturer, String model, String firmware, String serial, String hardware) {

  static DeviceInformation of(XmlElement answer) {
    return new DeviceInformation(
        Told.limited(answer.text("Manufacturer")),
        Told.limited(answer.text("Model")),
        Told.limited(answer.text("FirmwareVersion")),
        Told.limited(answer.text("SerialNumber")),
        Told.limited(answer.text("HardwareId")));
  }
}
