package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.lynceus.device.OfferedChannel;
import org.lynceus.device.StreamOffer;

/** A picture source that a device offers. */
public record OfferedChannelView(@NotNull List<StreamView> streams, @NotNull Boolean ptz) {
  static OfferedChannelView of(OfferedChannel channel) {
    StreamView main = StreamView.of("MAIN", channel.main());
    StreamOffer sub = channel.sub();
    return new OfferedChannelView(
        sub == null ? List.of(main) : List.of(main, StreamView.of("SUB", sub)),
        channel.ptzProfile() != null);
  }
}
