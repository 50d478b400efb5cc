package org.lynceus.rest.device.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.config.EncoderChange;

/** What of an encoder is to be set; what is left out stays, or is fitted to another codec. */
public record SetEncoder(
    @Nullable @Size(max = 20) @Schema(description = "H264, H265 or MJPEG") String codec,
    @Nullable @Min(1) @Max(16384) @Schema(description = "with the height") Integer width,
    @Nullable @Min(1) @Max(16384) @Schema(description = "with the width") Integer height,
    @Nullable Double quality,
    @Nullable Double frameRate,
    @Nullable @Min(1) @Schema(description = "kbit/s") Integer bitRate,
    @Nullable @Min(1) @Schema(description = "pictures from key frame to key frame")
        Integer keyInterval,
    @Nullable @Size(max = 32) String profile,
    @Nullable Boolean constantBitRate) {
  EncoderChange change() {
    return new EncoderChange(
        codec, width, height, quality, frameRate, bitRate, keyInterval, profile, constantBitRate);
  }
}
