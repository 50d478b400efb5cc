package org.lynceus.rest.registration;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.registration.Knock;

/** A device nobody provided for that dialled in. */
@Schema(name = "Knock")
public record KnockView(
    @NotNull String registrationId,
    @NotNull String deviceClass,
    @NotNull String address,
    @NotNull Instant at,
    @NotNull Integer times) {
  static KnockView of(Knock knock) {
    return new KnockView(
        knock.id(), knock.deviceClass(), knock.address(), knock.at(), knock.times());
  }
}
