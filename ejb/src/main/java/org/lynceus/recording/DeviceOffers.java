package org.lynceus.recording;

import java.util.HashMap;
import java.util.Map;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.StreamOffer;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;

/** What the streams of a device are known to be, by their keys. */
final class DeviceOffers {
  private DeviceOffers() {}

  static Map<StreamKey, StreamOffer> of(DeviceRecord device) {
    Map<StreamKey, StreamOffer> offers = new HashMap<>();
    for (ChannelRecord channel : device.channels()) {
      offers.put(
          new StreamKey(channel.id(), StreamKind.MAIN),
          new StreamOffer(
              channel.videoCodec(), channel.audioCodec(), channel.width(), channel.height()));
      StreamOffer sub = channel.sub();
      if (sub != null) {
        offers.put(new StreamKey(channel.id(), StreamKind.SUB), sub);
      }
    }
    return offers;
  }
}
