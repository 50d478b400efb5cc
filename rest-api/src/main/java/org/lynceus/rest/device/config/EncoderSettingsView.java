package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.EncoderSettings;

/** How a stream is encoded. What is missing the device does not tell. */
public record EncoderSettingsView(
    @NotNull @Schema(description = "H264, H265, MJPEG or the device's own word") String codec,
    @NotNull Integer width,
    @NotNull Integer height,
    @Nullable @Schema(description = "in the device's own unit") Double quality,
    @Nullable @Schema(description = "most pictures a second") Double frameRate,
    @Nullable @Schema(description = "most kbit/s") Integer bitRate,
    @Nullable @Schema(description = "pictures from key frame to key frame") Integer keyInterval,
    @Nullable @Schema(description = "of the codec, for example Main") String profile,
    @Nullable @Schema(description = "whether the bit rate is kept constant")
        Boolean constantBitRate) {
  static EncoderSettingsView of(EncoderSettings now) {
    return new EncoderSettingsView(
        now.codec(),
        now.width(),
        now.height(),
        now.quality(),
        now.frameRate(),
        now.bitRate(),
        now.keyInterval(),
        now.profile(),
        now.constantBitRate());
  }
}
