package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.config.OverlayOutcome;

/** What became of a text that the device said yes to. */
public record OverlayOutcomeView(
    @NotNull @Schema(description = "as the device tells it afterwards") OverlayView now,
    @NotNull
        @Schema(
            description =
                "names of what the device made otherwise than it was told; kind, text, position,"
                    + " fontSize, format; missing: it does not tell the text at all")
        List<String> otherwise) {
  static OverlayOutcomeView of(OverlayOutcome outcome) {
    return new OverlayOutcomeView(
        OverlayView.of(outcome.token(), outcome.now()), outcome.otherwise());
  }
}
