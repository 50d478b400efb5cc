package org.lynceus.live;

import org.lynceus.shared.DomainException;

/**
 * A speed, a position or a part of the view: pan (right), tilt (up) and zoom (in), each -1 to 1;
 * throws a validation problem for anything else.
 */
public record PtzMotion(double pan, double tilt, double zoom) {
  public PtzMotion {
    require("/pan", pan);
    require("/tilt", tilt);
    require("/zoom", zoom);
  }

  /** Whether it stands still. */
  public boolean still() {
    return pan == 0 && tilt == 0 && zoom == 0;
  }

  private static void require(String pointer, double value) {
    if (!(value >= -1 && value <= 1)) {
      throw DomainException.invalid(pointer, "Give a number from -1 to 1.");
    }
  }
}
