package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.lynceus.device.DeviceOffer;

/** What answered at an address; an RTSP address has one channel. */
public record ProbeView(
    @NotNull IdentityView identity, @NotNull List<OfferedChannelView> channels) {
  static ProbeView of(DeviceOffer offer) {
    return new ProbeView(
        IdentityView.of(offer.identity()),
        offer.channels().stream().map(OfferedChannelView::of).toList());
  }
}
