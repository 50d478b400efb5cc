package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.config.ChannelOverlays;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayOffer;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.rest.device.config.EncoderView.LimitsView;

/** The texts in a picture, and what may be written. */
public record OverlayList(@NotNull List<OverlayView> items, @NotNull OverlayOfferView offer) {

  /** What a device lets be written. */
  public record OverlayOfferView(
      @NotNull @Schema(description = "how many altogether; 0: not told") Integer most,
      @NotNull @Schema(description = "kinds of which there is room for another now")
          List<OverlayKind> free,
      @NotNull List<OverlayKind> kinds,
      @NotNull List<OverlayPosition> positions,
      @Nullable @Schema(description = "missing when nobody can choose") LimitsView fontSize,
      @NotNull List<String> dateFormats,
      @NotNull List<String> timeFormats) {}

  static OverlayList of(ChannelOverlays told) {
    OverlayOffer offer = told.offer();
    return new OverlayList(
        told.overlays().stream().map(one -> OverlayView.of(one.token(), one.content())).toList(),
        new OverlayOfferView(
            offer.most(),
            told.free(),
            offer.kinds(),
            offer.positions(),
            LimitsView.of(offer.fontSize()),
            offer.dateFormats(),
            offer.timeFormats()));
  }
}
