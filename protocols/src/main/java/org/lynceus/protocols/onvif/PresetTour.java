package org.lynceus.protocols.onvif;

import java.util.List;

/**
 * A tour that a head makes by itself from preset to preset (ONVIF PTZ 5.6).
 *
 * @param token empty for a tour that the device does not have yet
 * @param state what it does now: {@code Idle}, {@code Touring}, {@code Paused} or {@code Extended}
 */
public record PresetTour(String token, String name, String state, List<Stop> stops) {

  /**
   * Where it stays.
   *
   * @param seconds for how long
   * @param speed of the way there, 0 to 1
   */
  public record Stop(String preset, double seconds, double speed) {}
}
