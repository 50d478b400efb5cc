package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.dead.DeadLetter;

/** A message that could not be handled. */
public record DeadLetterView(
    @NotNull UUID id,
    @Nullable @Schema(description = "the queue or topic it was in; absent when nobody knows")
        String from,
    @NotNull @Schema(description = "when it was put aside") Instant buriedAt,
    @Nullable
        @Schema(
            description =
                "why, in words of the server; absent when the broker gave it up, then the log of"
                    + " the node says why")
        String reason,
    @Nullable @Schema(description = "how often it was tried; absent when the broker gave it up")
        Integer tries,
    @NotNull @Schema(description = "its beginning, at most 4,000 characters") String body,
    @NotNull @Schema(description = "of the whole body, in characters") Integer length) {
  static DeadLetterView of(DeadLetter letter) {
    return new DeadLetterView(
        letter.id(),
        letter.from(),
        letter.buriedAt(),
        letter.reason(),
        letter.tries(),
        letter.body(),
        letter.length());
  }
}
