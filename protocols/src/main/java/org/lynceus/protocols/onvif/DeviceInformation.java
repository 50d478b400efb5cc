package org.lynceus.protocols.onvif;

import org.lynceus.protocols.xml.XmlElement;

/** What a device says it is (GetDeviceInformation); each text at most 100 characters, or empty. */
public record DeviceInformation(
    String manufacturer, String model, String firmware, String serial, String hardware) {

  static DeviceInformation of(XmlElement answer) {
    return new DeviceInformation(
        limited(answer.text("Manufacturer")),
        limited(answer.text("Model")),
        limited(answer.text("FirmwareVersion")),
        limited(answer.text("SerialNumber")),
        limited(answer.text("HardwareId")));
  }

  private static String limited(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= 100 ? plain : plain.substring(0, 100);
  }
}
