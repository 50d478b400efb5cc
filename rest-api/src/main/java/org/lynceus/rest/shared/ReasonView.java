package org.lynceus.rest.shared;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/** Why something is as it is. */
@Schema(name = "Reason")
public record ReasonView(
    @NotNull
        @Schema(
            description =
                "unreachable, refused, timeout, not-rtsp, unauthorized, forbidden, not-found,"
                    + " unsupported-codec, no-video, no-data, closed, malformed, volume-full,"
                    + " volume-missing, volume-failed, not-owner, server-stopped, internal")
        String code,
    @NotNull @Schema(description = "English sentence; clients have their own words by code")
        String text) {
  public static @Nullable ReasonView of(@Nullable Reason reason) {
    return reason == null ? null : new ReasonView(reason.code(), reason.text());
  }
}
