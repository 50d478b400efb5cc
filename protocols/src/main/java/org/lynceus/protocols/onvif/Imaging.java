package org.lynceus.protocols.onvif;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a picture source is set and within which limits (ONVIF Imaging 5.2): only what the device
 * both offers and tells the value of. Units are the device's own. Modes are the words of the
 * specification: AUTO and MANUAL for focus and exposure, ON, OFF and AUTO for the infrared cut
 * filter (ON: day).
 *
 * @param focusSpeed of a continuous movement of the focus; null when the device has none
 */
public record Imaging(
    Map<Level, Amount> levels,
    @Nullable Mode irCut,
    @Nullable Mode focus,
    @Nullable Mode exposure,
    @Nullable Amount iris,
    @Nullable Range focusSpeed) {

  /** A thing that is more or less; in the order in which the specification wants them. */
  public enum Level {
    BRIGHTNESS("Brightness"),
    SATURATION("ColorSaturation"),
    CONTRAST("Contrast"),
    SHARPNESS("Sharpness");

    final String element;

    Level(String element) {
      this.element = element;
    }
  }

  /** From the least to the most. */
  public record Range(double min, double max) {
    public boolean holds(double value) {
      return value >= min && value <= max;
    }
  }

  /** A value and what it may be. */
  public record Amount(double value, Range range) {}

  /** A word and the words it may be. */
  public record Mode(String value, List<String> words) {}

  /** What is to be another; null stays as it is. */
  public record Change(
      Map<Level, Double> levels,
      @Nullable String irCut,
      @Nullable String focus,
      @Nullable String exposure,
      @Nullable Double iris) {
    public Change {
      levels = levels.isEmpty() ? Map.of() : new EnumMap<>(levels);
    }

    /** Nothing but the iris, which has to be in the hand of the center for that. */
    public static Change ofIris(double iris) {
      return new Change(Map.of(), null, null, "MANUAL", iris);
    }
  }
}
