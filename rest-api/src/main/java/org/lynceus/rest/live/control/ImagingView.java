package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Imaging;
import org.lynceus.protocols.onvif.Imaging.Amount;
import org.lynceus.protocols.onvif.Imaging.Level;
import org.lynceus.protocols.onvif.Imaging.Mode;

/** How a picture is set. What is missing is not offered by the camera. */
public record ImagingView(
    @Nullable AmountView brightness,
    @Nullable AmountView contrast,
    @Nullable AmountView saturation,
    @Nullable AmountView sharpness,
    @Nullable AmountView iris,
    @Nullable @Schema(description = "ON is day, OFF is night, AUTO") ModeView irCut,
    @Nullable @Schema(description = "AUTO or MANUAL") ModeView focus,
    @Nullable @Schema(description = "AUTO or MANUAL") ModeView exposure,
    @NotNull @Schema(description = "whether the focus can be moved") Boolean focusMoves) {

  /** A value in the camera's own unit, and its limits. */
  public record AmountView(@NotNull Double value, @NotNull Double min, @NotNull Double max) {
    static @Nullable AmountView of(@Nullable Amount amount) {
      return amount == null
          ? null
          : new AmountView(amount.value(), amount.range().min(), amount.range().max());
    }
  }

  /** A word of the specification, and those it may be. */
  public record ModeView(@NotNull String value, @NotNull List<String> words) {
    static @Nullable ModeView of(@Nullable Mode mode) {
      return mode == null ? null : new ModeView(mode.value(), mode.words());
    }
  }

  static ImagingView of(Imaging imaging) {
    return new ImagingView(
        level(imaging, Level.BRIGHTNESS),
        level(imaging, Level.CONTRAST),
        level(imaging, Level.SATURATION),
        level(imaging, Level.SHARPNESS),
        AmountView.of(imaging.iris()),
        ModeView.of(imaging.irCut()),
        ModeView.of(imaging.focus()),
        ModeView.of(imaging.exposure()),
        imaging.focusSpeed() != null);
  }

  private static @Nullable AmountView level(Imaging imaging, Level level) {
    return AmountView.of(imaging.levels().get(level));
  }
}
