package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayPosition;

/** What is to be written into a picture. */
public record SetOverlay(
    @NotNull OverlayKind kind,
    @Nullable @Size(max = 100) @Schema(description = "of PLAIN") String text,
    @NotNull OverlayPosition position,
    @Nullable @Schema(description = "of CUSTOM, from -1 (left) to 1 (right)") Double x,
    @Nullable @Schema(description = "of CUSTOM, from -1 (bottom) to 1 (top)") Double y,
    @Nullable Integer fontSize,
    @Nullable @Size(max = 40) @Schema(description = "one that is offered; else the first")
        String dateFormat,
    @Nullable @Size(max = 40) @Schema(description = "one that is offered; else the first")
        String timeFormat) {
  Content content() {
    return new Content(
        kind, text == null ? "" : text, position, x, y, fontSize, dateFormat, timeFormat);
  }
}
