package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.intake.EventIntake;
import org.lynceus.event.intake.SentEvent;

/** Events of another system. Each is judged on its own. */
public record SendEvents(
    @NotNull @Size(min = 1, max = EventIntake.MOST) List<@NotNull Item> events) {
  /** One event. */
  @Schema(name = "SendEvent")
  public record Item(
      @Nullable
          @Schema(
              required = true,
              description = "the sender's own, 1 to 200 characters; the same id is the same event")
          String id,
      @Nullable @Schema(required = true, description = "a code of /event-types") String type,
      @Nullable @Schema(description = "one of channelId, deviceId and from is given")
          UUID channelId,
      @Nullable UUID deviceId,
      @Nullable @Schema(description = "a thing the center does not know, 1 to 100 characters")
          String from,
      @Nullable @Schema(description = "what part of it, 1 to 100 characters") String source,
      @Nullable
          @Schema(description = "now when it is missing; at most seven days back, a minute ahead")
          Instant occurredAt,
      @Nullable @Schema(description = "whether a state began or ended, of types that last")
          Boolean active,
      @Nullable @Schema(description = "words for people, 1 to 500 characters") String text,
      @Nullable
          @Schema(
              description =
                  "texts and numbers by name: at most 20; names of 1 to 40 characters, values of 1"
                      + " to 200")
          Map<String, Object> attributes) {
    SentEvent sent() {
      return new SentEvent(
          id, type, channelId, deviceId, from, source, occurredAt, active, text, attributes);
    }
  }
}
