package org.lynceus.map;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * Something that has its place on a map. Places are relative to the picture: 0 to 1 from its left
 * and its top, so that a picture of more pixels takes nothing away.
 *
 * @param channelId a camera, or of an output a channel of its device
 * @param deviceId of an input, with its part
 * @param part name of the input or output as the device tells it
 * @param targetId the map that a zone leads to
 * @param x of a zone with an outline where its sign stands
 * @param label how it is called on this map, null: as what it marks is called
 * @param sight how a camera looks, null when nobody said so
 * @param zone the size of a rectangular zone, null for all else
 * @param outline the corners of a zone that is no rectangle, 3 to 64 of them, null for all else
 */
public record Marker(
    Kind kind,
    @Nullable UUID channelId,
    @Nullable UUID deviceId,
    @Nullable String part,
    @Nullable UUID targetId,
    double x,
    double y,
    @Nullable String label,
    @Nullable Sight sight,
    @Nullable Zone zone,
    @Nullable List<Point> outline) {
  /** How many corners an outline has at least. */
  public static final int FEWEST_CORNERS = 3;

  /** How many corners an outline has at most. */
  public static final int MOST_CORNERS = 64;

  /** What is marked. */
  public enum Kind {
    /** A camera. */
    CHANNEL,
    /** An input of a device. */
    INPUT,
    /** An output of the device behind a channel. */
    OUTPUT,
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

  /** A corner, 0 to 1 from the left and the top of the picture. */
  public record Point(double x, double y) {}

  /** What it marks; a map has each at most once. */
  public String subject() {
    return kind + " " + channelId + " " + deviceId + " " + part + " " + targetId;
  }

  /** The same, with what is wrong said at the place in the request. */
  Marker checked(String pointer) {
    boolean whole =
        switch (kind) {
          case CHANNEL -> has(true, false, false, false);
          case INPUT -> has(false, true, true, false);
          case OUTPUT -> has(true, false, true, false);
          case MAP -> has(false, false, false, true);
        };
    boolean one = (zone != null) != (outline != null);
    boolean none = zone == null && outline == null;
    if (!whole || !(kind == Kind.MAP ? one : none) || sight != null && kind != Kind.CHANNEL) {
      throw DomainException.invalid(
          pointer,
          "A marker is a camera (channelId, perhaps sight), an input (deviceId, part), an output (channelId, part)"
              + " or a zone (targetId, zone or outline).");
    }
    if (!relative(x) || !relative(y)) {
      throw DomainException.invalid(pointer, "A place is 0 to 1 from the left and from the top.");
    }
    if (zone != null && !(inside(x, zone.width) && inside(y, zone.height))) {
      throw DomainException.invalid(pointer, "A zone must lie within the picture.");
    }
    if (outline != null) {
      checkOutline(pointer + "/outline", outline);
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
    return labelled(label == null ? null : Limits.text(pointer + "/label", label, 1, 100));
  }

  private boolean has(boolean channel, boolean device, boolean name, boolean target) {
    return (channelId != null) == channel
        && (deviceId != null) == device
        && (part != null) == name
        && (targetId != null) == target;
  }

  private Marker labelled(@Nullable String text) {
    return new Marker(kind, channelId, deviceId, part, targetId, x, y, text, sight, zone, outline);
  }

  private static void checkOutline(String pointer, List<Point> corners) {
    if (corners.size() < FEWEST_CORNERS || corners.size() > MOST_CORNERS) {
      throw DomainException.invalid(
          pointer, "An outline has " + FEWEST_CORNERS + " to " + MOST_CORNERS + " corners.");
    }
    for (int i = 0; i < corners.size(); i++) {
      if (!relative(corners.get(i).x) || !relative(corners.get(i).y)) {
        throw DomainException.invalid(
            pointer + "/" + i, "A corner is 0 to 1 from the left and from the top.");
      }
    }
  }

  private static boolean relative(double value) {
    return value >= 0 && value <= 1;
  }

  /** With room for the rounding of who sends it. */
  private static boolean inside(double begin, double length) {
    return length > 0 && begin + length <= 1.000001;
  }
}
