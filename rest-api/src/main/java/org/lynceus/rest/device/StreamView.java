package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.StreamOffer;
import org.lynceus.media.AudioDescription;
import org.lynceus.media.StreamDescription;

/** One stream of a channel. */
public record StreamView(
    @NotNull @Schema(enumeration = {"MAIN", "SUB"}) String kind,
    @NotNull @Schema(examples = "H264") String videoCodec,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable @Schema(examples = {"AAC", "PCMA", "PCMU"}) String audioCodec) {

  /** A stream as it was when it was last probed. */
  static StreamView of(String kind, StreamOffer offer) {
    return new StreamView(
        kind, offer.videoCodec(), offer.width(), offer.height(), offer.audioCodec());
  }

  private static StreamView of(String kind, StreamDescription stream) {
    AudioDescription audio = stream.audio();
    return new StreamView(
        kind,
        stream.codec(),
        stream.width(),
        stream.height(),
        audio == null ? null : audio.codec());
  }

  /** What the device offers now, or offered when it was added. */
  static StreamView of(ChannelRecord channel, @Nullable StreamDescription now) {
    return now == null
        ? new StreamView(
            "MAIN", channel.videoCodec(), channel.width(), channel.height(), channel.audioCodec())
        : of("MAIN", now);
  }
}
