package org.lynceus.event.dead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled.
 *
 * @param from the queue or topic it was in; null when nobody knows, such a one cannot be replayed
 * @param buriedAt when it was put aside
 * @param reason why; null when the broker gave it up, then the log of the node says why
 * @param tries how often it was tried; null when the broker gave it up
 * @param body its beginning, at most {@link #SHOWN} characters
 * @param length of the whole body in characters
 */
public record DeadLetter(
    UUID id,
    @Nullable String from,
    Instant buriedAt,
    @Nullable String reason,
    @Nullable Integer tries,
    String body,
    int length) {
  /** How much of a body is shown. */
  public static final int SHOWN = 4000;
}
