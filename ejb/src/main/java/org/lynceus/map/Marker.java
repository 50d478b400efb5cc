package org.lynceus.map;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/**
 * Something that has its place on a map. Places are relative to the picture: 0 to 1 from its left
 * and its top, so that a picture of more pixels takes nothing away.
 *
 * @param channelId of a camera
 * @param deviceId of an input, with its part
 * @param part name of the input as the device tells it
 * @param targetId the map that a zone leads to
 * @param sight how a camera looks, null when nobody said so
 * @param zone the size of a zone, null for all else
 */
public record Marker(
    Kind kind,
    @Nullable UUID channelId,
    @Nullable UUID deviceId,
    @Nullable String part,
    @Nullable UUID targetId,
    double x,
    double y,
    @Nullable Sight sight,
    @Nullable Zone zone) {
  /** What is marked. */
  public enum Kind {
    /** A camera. */
    CHANNEL,
    /** An input of a device. */
    INPUT,
    /** A zone that leads to another map. */
    MAP
  }

  /**
   * The sector that a camera sees.
   *
   * @param angle degrees clockwise from up, 0 to 359
   * @param arc degrees, 1 to 360
   * @param reach relative to the width of the picture, above 0 to 1
   */
  public record Sight(int angle, int arc, double reach) {}

  /** A rectangle from (x, y) to the right and down, relative to the picture. */
  public record Zone(double width, double height) {}

  /** What it marks; a map has each at most once. */
  public String subject() {
    return kind + " " + channelId + " " + deviceId + " " + part + " " + targetId;
  }

  /** The same, with what is wrong said at the place in the request. */
  Marker checked(String pointer) {
    boolean whole =
        switch (kind) {
          case CHANNEL -> channelId != null && deviceId == null && part == null && targetId == null;
          case INPUT -> deviceId != null && part != null && channelId == null && targetId == null;
          case MAP -> targetId != null && channelId == null && deviceId == null && part == null;
        };
    if (!whole || (zone != null) != (kind == Kind.MAP) || sight != null && kind != Kind.CHANNEL) {
      throw DomainException.invalid(
          pointer,
          "A marker is a camera (channelId, perhaps sight), an input (deviceId, part) or a zone (targetId, zone).");
    }
    if (!relative(x) || !relative(y)) {
      throw DomainException.invalid(pointer, "A place is 0 to 1 from the left and from the top.");
    }
    if (zone != null && !(inside(x, zone.width) && inside(y, zone.height))) {
      throw DomainException.invalid(pointer, "A zone must lie within the picture.");
    }
    if (sight != null
        && !(sight.angle >= 0
            && sight.angle < 360
            && sight.arc >= 1
            && sight.arc <= 360
            && sight.reach > 0
            && sight.reach <= 1)) {
      throw DomainException.invalid(
          pointer, "A sight has an angle of 0 to 359, an arc of 1 to 360 and a reach up to 1.");
    }
    return this;
  }

  private static boolean relative(double value) {
    return value >= 0 && value <= 1;
  }

  /** With room for the rounding of who sends it. */
  private static boolean inside(double begin, double length) {
    return length > 0 && begin + length <= 1.000001;
  }
}
