package org.lynceus.device.config;

import java.util.List;
import org.lynceus.protocols.onvif.Overlay;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayOffer;

/** The texts in the picture of a channel, and what its device lets be written. */
public record ChannelOverlays(List<Overlay> overlays, OverlayOffer offer) {

  /** The kinds of which there is room for another. */
  public List<OverlayKind> free() {
    return offer.kinds().stream()
        .filter(kind -> OverlayRules.full(offer, overlays, kind) == null)
        .toList();
  }
}
