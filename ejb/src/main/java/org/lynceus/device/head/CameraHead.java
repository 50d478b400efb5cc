package org.lynceus.device.head;

import java.time.Duration;
import java.util.List;
import org.lynceus.protocols.onvif.PtzPreset;

/**
 * The head of one camera. Positions and speeds are -1 to 1, zoom positions 0 to 1. What the device
 * refuses or does not know is a domain exception in plain words.
 */
public interface CameraHead {
  /** Moves with a speed until stopped or the time is over. */
  void move(double pan, double tilt, double zoom, Duration time);

  void stop();

  /** Turns by a part of its range. */
  void turn(double pan, double tilt, double zoom);

  void go(double pan, double tilt, double zoom);

  void home();

  List<PtzPreset> presets();

  void goTo(String preset);

  /** Keeps where it looks now under a name; returns the token. */
  String keep(String name);

  void forget(String preset);
}
