package org.lynceus.protocols.onvif;

import java.util.Optional;
import org.lynceus.protocols.xml.XmlElement;

/** Where a head looks, in generic positions: pan and tilt -1 to 1, zoom 0 to 1. */
public record PtzPosition(double pan, double tilt, double zoom) {
  /** Empty when a part is missing or out of its range: then the device counts otherwise. */
  static Optional<PtzPosition> of(XmlElement position) {
    try {
      PtzPosition told =
          new PtzPosition(
              number(position, "PanTilt", "x"),
              number(position, "PanTilt", "y"),
              number(position, "Zoom", "x"));
      boolean generic =
          Math.abs(told.pan) <= 1 && Math.abs(told.tilt) <= 1 && told.zoom >= 0 && told.zoom <= 1;
      return generic ? Optional.of(told) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static double number(XmlElement position, String part, String axis) {
    return Double.parseDouble(position.first(part).map(one -> one.attribute(axis)).orElse(""));
  }
}
