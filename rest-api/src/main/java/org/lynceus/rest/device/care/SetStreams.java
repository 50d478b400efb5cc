package org.lynceus.rest.device.care;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.config.EncoderChange;
import org.lynceus.device.config.StreamChange;
import org.lynceus.device.config.StreamRole;

/** One setting for the same stream of many channels; what is left out stays. */
public record SetStreams(
    @NotNull @Schema(description = "MAIN or SUB") StreamRole stream,
    @Nullable @Size(max = 20) @Schema(description = "H264, H265 or MJPEG") String codec,
    @Nullable @Min(1) @Max(16384) @Schema(description = "with the height") Integer width,
    @Nullable @Min(1) @Max(16384) @Schema(description = "with the width") Integer height,
    @Nullable Double frameRate,
    @Nullable @Min(1) @Schema(description = "kbit/s") Integer bitRate,
    @Nullable @Min(1) @Schema(description = "pictures from key frame to key frame")
        Integer keyInterval,
    @Nullable Boolean constantBitRate) {
  StreamChange change() {
    return new StreamChange(
        stream,
        new EncoderChange(
            codec, width, height, null, frameRate, bitRate, keyInterval, null, constantBitRate));
  }
}
