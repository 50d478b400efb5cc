package org.lynceus.protocols.onvif;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.xml.XmlElement;

/**
 * Relay outputs and digital inputs of a device (ONVIF Core 8.6, DeviceIO 5.5). Outputs are asked
 * for at the device service, and at DeviceIO where that one does not know them. Neither tells the
 * state of an output; events do.
 */
public final class DeviceContacts {
  private static final int MOST = 64;
  private static final int LONGEST_TOKEN = 64;
  private final OnvifDevice device;

  public DeviceContacts(OnvifDevice device) {
    this.device = device;
  }

  /** The outputs; none when the device knows of no such thing. */
  public List<RelayOutput> outputs() throws OnvifException {
    return asked("GetRelayOutputs", "")
        .all("RelayOutputs")
        .filter(output -> usable(output.attribute("token")))
        .limit(MOST)
        .map(DeviceContacts::output)
        .toList();
  }

  /** Tokens of the inputs; none when the device has no DeviceIO service. */
  public List<String> inputs() throws OnvifException {
    if (!device.has(Namespaces.DEVICE_IO)) {
      return List.of();
    }
    try {
      return device
          .call(Namespaces.DEVICE_IO, "GetDigitalInputs", "")
          .all("DigitalInputs")
          .map(input -> input.attribute("token"))
          .filter(DeviceContacts::usable)
          .limit(MOST)
          .toList();
    } catch (OnvifException e) {
      if (e.refused()) {
        return List.of();
      }
      throw e;
    }
  }

  /** Switches an output; a monostable one that is switched on falls back by itself. */
  public void set(String token, boolean active) throws OnvifException {
    asked(
        "SetRelayOutputState",
        Request.text("RelayOutputToken", token)
            + Request.text("LogicalState", active ? "active" : "inactive"));
  }

  private XmlElement asked(String operation, String content) throws OnvifException {
    try {
      return device.call(Namespaces.DEVICE, operation, content);
    } catch (OnvifException e) {
      if (e.fault().code() != FaultCode.REFUSED || !device.has(Namespaces.DEVICE_IO)) {
        throw e;
      }
      return device.call(Namespaces.DEVICE_IO, operation, content);
    }
  }

  private static RelayOutput output(XmlElement output) {
    boolean bistable = !output.text("Properties", "Mode").equals("Monostable");
    return new RelayOutput(
        output.attribute("token"),
        bistable,
        bistable ? null : seconds(output.text("Properties", "DelayTime")),
        !output.text("Properties", "IdleState").equals("closed"));
  }

  private static @Nullable Double seconds(String text) {
    try {
      double seconds = Duration.parse(text).toMillis() / 1000.0;
      return seconds > 0 ? seconds : null;
    } catch (DateTimeParseException | ArithmeticException e) {
      return null;
    }
  }

  private static boolean usable(String token) {
    return !token.isEmpty() && token.length() <= LONGEST_TOKEN;
  }
}
