package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayPosition;

/** A text in a picture. */
public record OverlayView(
    @NotNull @Schema(description = "by which it is changed") String id,
    @NotNull
        @Schema(
            description = "OTHER is a picture or a text of the vendor's; it can only be removed")
        OverlayKind kind,
    @NotNull @Schema(description = "of PLAIN, else empty") String text,
    @NotNull OverlayPosition position,
    @Nullable @Schema(description = "of CUSTOM, from -1 (left) to 1 (right)") Double x,
    @Nullable @Schema(description = "of CUSTOM, from -1 (bottom) to 1 (top)") Double y,
    @Nullable @Schema(description = "in the device's own unit") Integer fontSize,
    @Nullable @Schema(description = "in the device's own words") String dateFormat,
    @Nullable @Schema(description = "in the device's own words") String timeFormat) {
  static OverlayView of(String id, Content content) {
    return new OverlayView(
        id,
        content.kind(),
        content.text(),
        content.position(),
        content.x(),
        content.y(),
        content.fontSize(),
        content.dateFormat(),
        content.timeFormat());
  }
}
