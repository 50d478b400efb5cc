package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.config.StreamEncoder;
import org.lynceus.device.config.StreamRole;
import org.lynceus.protocols.onvif.EncoderOffer;
import org.lynceus.protocols.onvif.Imaging.Range;

/** The encoder of a stream. */
public record EncoderView(
    @NotNull @Schema(description = "by which it is set") String id,
    @NotNull @Schema(description = "what the center uses the stream for") StreamRole role,
    @NotNull @Schema(description = "the device's name of the stream") String name,
    @NotNull EncoderSettingsView now,
    @NotNull @Schema(description = "one entry a codec; none: the device lets nobody choose")
        List<EncoderOfferView> offers) {

  /** What the device offers in a codec. An empty list or a missing limit: nothing to choose. */
  public record EncoderOfferView(
      @NotNull String codec,
      @NotNull @Schema(description = "the largest first") List<PictureSizeView> sizes,
      @NotNull @Schema(description = "pictures a second, ascending") List<Double> frameRates,
      @Nullable @Schema(description = "kbit/s") LimitsView bitRate,
      @Nullable @Schema(description = "pictures from key frame to key frame")
          LimitsView keyInterval,
      @Nullable LimitsView quality,
      @NotNull List<String> profiles,
      @NotNull @Schema(description = "whether the bit rate can be kept constant")
          Boolean constantBitRate) {
    static EncoderOfferView of(EncoderOffer offer) {
      return new EncoderOfferView(
          offer.codec(),
          offer.sizes().stream()
              .map(size -> new PictureSizeView(size.width(), size.height()))
              .toList(),
          offer.frameRates(),
          LimitsView.of(offer.bitRate()),
          LimitsView.of(offer.keyInterval()),
          LimitsView.of(offer.quality()),
          offer.profiles(),
          offer.constantBitRate());
    }
  }

  /** A size of the picture in pixels. */
  public record PictureSizeView(@NotNull Integer width, @NotNull Integer height) {}

  /** From the least to the most. */
  public record LimitsView(@NotNull Double min, @NotNull Double max) {
    static @Nullable LimitsView of(@Nullable Range range) {
      return range == null ? null : new LimitsView(range.min(), range.max());
    }
  }

  static EncoderView of(StreamEncoder stream) {
    return new EncoderView(
        stream.encoder().token(),
        stream.role(),
        stream.profile(),
        EncoderSettingsView.of(stream.encoder().now()),
        stream.encoder().offers().stream().map(EncoderOfferView::of).toList());
  }
}
