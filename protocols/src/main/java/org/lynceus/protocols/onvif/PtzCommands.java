package org.lynceus.protocols.onvif;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lynceus.protocols.xml.XmlElement;

/**
 * PTZ of one profile (ONVIF PTZ 5.3 to 5.5). Speeds and positions are generic: -1 to 1, zoom
 * positions 0 to 1; right, up and in are positive.
 */
public final class PtzCommands {
  private final OnvifDevice device;
  private final String profile;

  public PtzCommands(OnvifDevice device, String profile) {
    this.device = device;
    this.profile = profile;
  }

  /** Moves until stopped, or by itself after the timeout. */
  public void move(double pan, double tilt, double zoom, Duration timeout) throws OnvifException {
    call(
        "ContinuousMove",
        "<Velocity>"
            + vector(pan, tilt, zoom)
            + "</Velocity>"
            + Request.text("Timeout", timeout.toString()));
  }

  public void stop() throws OnvifException {
    call("Stop", Request.text("PanTilt", "true") + Request.text("Zoom", "true"));
  }

  /** Turns by a part of the view. */
  public void turn(double pan, double tilt, double zoom) throws OnvifException {
    call("RelativeMove", "<Translation>" + vector(pan, tilt, zoom) + "</Translation>");
  }

  /**
   * Turns by a part of the picture.
   *
   * @param right of the middle, as {@link PtzNode#fov} counts
   */
  public void turnInView(double right, double up, double zoom) throws OnvifException {
    String parts =
        String.format(
            Locale.ROOT,
            "<tt:PanTilt x=\"%.4f\" y=\"%.4f\" space=\"%s\"/>",
            right,
            up,
            PtzNode.FOV);
    if (zoom != 0) {
      parts += String.format(Locale.ROOT, "<tt:Zoom x=\"%.4f\"/>", zoom);
    }
    call("RelativeMove", "<Translation>" + parts + "</Translation>");
  }

  /** Where it looks now in generic positions; empty when the head does not tell. */
  public Optional<PtzPosition> position() throws OnvifException {
    return call("GetStatus", "").first("PTZStatus", "Position").flatMap(PtzPosition::of);
  }

  /** Sends one of {@link PtzNode#auxiliary}. */
  public void auxiliary(String command) throws OnvifException {
    call("SendAuxiliaryCommand", Request.text("AuxiliaryData", command));
  }

  /** Goes to a position. */
  public void go(double pan, double tilt, double zoom) throws OnvifException {
    call("AbsoluteMove", "<Position>" + vector(pan, tilt, zoom) + "</Position>");
  }

  public List<PtzPreset> presets() throws OnvifException {
    return call("GetPresets", "")
        .all("Preset")
        .filter(preset -> !preset.attribute("token").isEmpty())
        .map(preset -> new PtzPreset(preset.attribute("token"), preset.text("Name")))
        .limit(1000)
        .toList();
  }

  public void goTo(String preset) throws OnvifException {
    call("GotoPreset", Request.text("PresetToken", preset));
  }

  /** Keeps the present position under a name; its token. */
  public String keep(String name) throws OnvifException {
    XmlElement answer = call("SetPreset", Request.text("PresetName", name));
    return answer.text("PresetToken");
  }

  public void forget(String preset) throws OnvifException {
    call("RemovePreset", Request.text("PresetToken", preset));
  }

  public void home() throws OnvifException {
    call("GotoHomePosition", "");
  }

  private XmlElement call(String operation, String content) throws OnvifException {
    return device.call(Namespaces.PTZ, operation, Request.text("ProfileToken", profile) + content);
  }

  private static String vector(double pan, double tilt, double zoom) {
    return String.format(
        Locale.ROOT, "<tt:PanTilt x=\"%.4f\" y=\"%.4f\"/><tt:Zoom x=\"%.4f\"/>", pan, tilt, zoom);
  }
}
