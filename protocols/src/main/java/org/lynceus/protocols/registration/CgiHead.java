package org.lynceus.protocols.registration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.media.FaultException;

/** The head of a channel as the CGI moves it; channels count from 1, presets from 1 to 255. */
public final class CgiHead {
  private static final int MOST_PRESETS = 255;

  private final CgiDevice device;
  private final int channel;

  public CgiHead(CgiDevice device, int channel) {
    this.device = device;
    this.channel = channel;
  }

  /** Whether anything moves. Devices write {@code Tile} for the tilt. */
  public boolean moves() throws FaultException {
    CgiValues caps =
        device.values("/cgi-bin/ptz.cgi?action=getCurrentProtocolCaps&channel=" + channel);
    return caps.text("caps.Pan").equals("true")
        || caps.text("caps.Tile").equals("true")
        || caps.text("caps.Zoom").equals("true");
  }

  /**
   * Moves with a speed until stopped or the time is over.
   *
   * @param pan -1 to 1, as tilt and zoom
   */
  public void move(double pan, double tilt, double zoom, Duration time) throws FaultException {
    order("start", "Continuously", speed(pan), speed(tilt), speed(zoom), time.toSeconds());
  }

  public void stop() throws FaultException {
    order("stop", "Continuously", 0, 0, 0, 0);
  }

  private static long speed(double part) {
    return Math.round(part * 8);
  }

  /** Kept positions by their numbers. */
  public Map<Integer, String> presets() throws FaultException {
    CgiValues told = device.values("/cgi-bin/ptz.cgi?action=getPresets&channel=" + channel);
    Map<Integer, String> presets = new TreeMap<>();
    for (int i = 0; i < MOST_PRESETS; i++) {
      int number = told.number("presets[" + i + "].Index");
      if (number > 0 && number <= MOST_PRESETS) {
        presets.put(number, told.text("presets[" + i + "].Name"));
      }
    }
    return presets;
  }

  public void goTo(int preset) throws FaultException {
    order("start", "GotoPreset", 0, preset, 0, 0);
  }

  /** Keeps where it looks now. */
  public void keep(int preset, String name) throws FaultException {
    device.values(
        "/cgi-bin/ptz.cgi?action=setPreset&channel=%d&arg1=%d&arg2=%s"
            .formatted(channel, preset, URLEncoder.encode(name, StandardCharsets.UTF_8)));
  }

  public void forget(int preset) throws FaultException {
    order("start", "ClearPreset", 0, preset, 0, 0);
  }

  private void order(String action, String code, long one, long two, long three, long four)
      throws FaultException {
    device.values(
        "/cgi-bin/ptz.cgi?action=%s&channel=%d&code=%s&arg1=%d&arg2=%d&arg3=%d&arg4=%d"
            .formatted(action, channel, code, one, two, three, four));
  }
}
