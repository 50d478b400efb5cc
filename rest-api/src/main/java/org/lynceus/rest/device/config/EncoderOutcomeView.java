package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.config.EncoderOutcome;

/** What became of a change that the device said yes to. */
public record EncoderOutcomeView(
    @NotNull
        @Schema(
            description =
                "by the device's own word afterwards; what it was told while it does not answer")
        EncoderSettingsView now,
    @NotNull
        @Schema(
            description =
                "names of what the device made otherwise than it was told; codec, size, quality,"
                    + " frameRate, bitRate, keyInterval, profile, constantBitRate")
        List<String> otherwise,
    @NotNull @Schema(description = "whether the device was asked afterwards and answered")
        Boolean confirmed) {
  static EncoderOutcomeView of(EncoderOutcome outcome) {
    return new EncoderOutcomeView(
        EncoderSettingsView.of(outcome.now()), outcome.otherwise(), outcome.confirmed());
  }
}
