package org.lynceus.rest.registration;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.registration.RegistrationOverview;
import org.lynceus.rest.shared.ReasonView;

/** The listener for devices that dial in. */
@Schema(name = "Registration")
public record RegistrationView(
    @NotNull @Schema(description = "where it listens, or ought to") String address,
    @Nullable @Schema(description = "why it does not listen; absent while it does")
        ReasonView reason,
    @NotNull @Schema(description = "devices registered now") Integer registered,
    @NotNull @Schema(description = "unknown devices that dialled in, at most 100, newest first")
        List<KnockView> knocks) {
  static RegistrationView of(RegistrationOverview overview) {
    return new RegistrationView(
        overview.address(),
        ReasonView.of(overview.reason()),
        overview.registered(),
        overview.knocks().stream().map(KnockView::of).toList());
  }
}
