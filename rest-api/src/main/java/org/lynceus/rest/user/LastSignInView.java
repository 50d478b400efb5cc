package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.session.LastSignIn;

/** The caller's sign-in before this one. */
public record LastSignInView(
    @NotNull Instant at,
    @Nullable String address,
    @NotNull @Schema(description = "whether it came from another address than now")
        Boolean addressChanged) {
  static @Nullable LastSignInView of(@Nullable LastSignIn before, String address) {
    return before == null
        ? null
        : new LastSignInView(before.at(), before.address(), !address.equals(before.address()));
  }
}
