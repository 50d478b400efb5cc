package org.lynceus.rest.live.control;

import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Imaging;
import org.lynceus.protocols.onvif.Imaging.Level;

/** What of a picture is to be set; in the camera's own units, what is left out stays. */
public record SetImaging(
    @Nullable Double brightness,
    @Nullable Double contrast,
    @Nullable Double saturation,
    @Nullable Double sharpness,
    @Nullable Double iris,
    @Nullable @Size(max = 20) @Schema(description = "ON is day, OFF is night, AUTO") String irCut,
    @Nullable @Size(max = 20) @Schema(description = "AUTO or MANUAL") String focus,
    @Nullable @Size(max = 20) @Schema(description = "AUTO or MANUAL") String exposure) {
  Imaging.Change change() {
    Map<Level, Double> levels = new EnumMap<>(Level.class);
    put(levels, Level.BRIGHTNESS, brightness);
    put(levels, Level.CONTRAST, contrast);
    put(levels, Level.SATURATION, saturation);
    put(levels, Level.SHARPNESS, sharpness);
    return new Imaging.Change(levels, irCut, focus, exposure, iris);
  }

  private static void put(Map<Level, Double> levels, Level level, @Nullable Double value) {
    if (value != null) {
      levels.put(level, value);
    }
  }
}
