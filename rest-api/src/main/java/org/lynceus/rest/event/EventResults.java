package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.intake.EventIntake;
import org.lynceus.shared.DomainException;

/** What became of each event, in the order they were sent. */
public record EventResults(@NotNull List<Item> items) {
  /** One event. */
  @Schema(name = "EventResult")
  public record Item(
      @Nullable String id,
      @Nullable @Schema(description = "what the center calls it; null when it was refused")
          UUID uid,
      @NotNull @Schema(description = "whether this sender told it before; it is stored once")
          Boolean known,
      @Nullable @Schema(description = "HTTP status of the problem when it was refused")
          Integer status,
      @Nullable @Schema(description = "code of the problem when it was refused") String problem,
      @Nullable String detail) {}

  static EventResults of(List<EventIntake.Taken> taken) {
    return new EventResults(taken.stream().map(EventResults::item).toList());
  }

  private static Item item(EventIntake.Taken one) {
    DomainException problem = one.problem();
    return problem == null
        ? new Item(one.id(), one.uid(), one.known(), null, null, null)
        : new Item(
            one.id(),
            null,
            false,
            problem.type().status(),
            problem.type().urn(),
            problem.getMessage());
  }
}
