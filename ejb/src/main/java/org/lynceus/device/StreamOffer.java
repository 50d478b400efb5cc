package org.lynceus.device;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.AudioDescription;
import org.lynceus.media.StreamDescription;

/** Codecs and size of a stream, as it offered them when it was last probed. */
public record StreamOffer(
    String videoCodec,
    @Nullable String audioCodec,
    @Nullable Integer width,
    @Nullable Integer height) {
  /** What a probe of the stream itself found. */
  static StreamOffer of(StreamDescription stream) {
    AudioDescription audio = stream.audio();
    return new StreamOffer(
        stream.codec(), audio == null ? null : audio.codec(), stream.width(), stream.height());
  }
}
