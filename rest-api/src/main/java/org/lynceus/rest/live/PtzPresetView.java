package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import org.lynceus.protocols.onvif.PtzPreset;

/** A position a camera keeps; the name may be empty. */
public record PtzPresetView(@NotNull String token, @NotNull String name) {
  static PtzPresetView of(PtzPreset preset) {
    return new PtzPresetView(preset.token(), preset.name());
  }
}
