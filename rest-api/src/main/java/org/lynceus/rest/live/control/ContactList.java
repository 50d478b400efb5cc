package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.ContactState;
import org.lynceus.live.control.Contacts;

/** Outputs and inputs of a device. */
public record ContactList(@NotNull List<OutputView> outputs, @NotNull List<InputView> inputs) {

  /** An output. */
  public record OutputView(
      @NotNull @Schema(description = "the device's own name for it") String token,
      @NotNull @Schema(description = "stays as it was switched; else it is a pulse")
          Boolean bistable,
      @Nullable @Schema(description = "length of the pulse, when told") Double seconds,
      @NotNull @Schema(description = "its contact is open while it is inactive") Boolean idleOpen,
      @Nullable @Schema(description = "missing while nothing was told of it") Boolean active,
      @Nullable Instant since) {}

  /** An input. */
  public record InputView(
      @NotNull String token,
      @Nullable @Schema(description = "missing while nothing was told of it") Boolean active,
      @Nullable Instant since) {}

  static ContactList of(Contacts contacts) {
    return new ContactList(
        contacts.outputs().stream()
            .map(
                one ->
                    new OutputView(
                        one.output().token(),
                        one.output().bistable(),
                        one.output().seconds(),
                        one.output().idleOpen(),
                        active(one.last()),
                        since(one.last())))
            .toList(),
        contacts.inputs().stream()
            .map(one -> new InputView(one.token(), active(one.last()), since(one.last())))
            .toList());
  }

  private static @Nullable Boolean active(@Nullable ContactState last) {
    return last == null ? null : last.active();
  }

  private static @Nullable Instant since(@Nullable ContactState last) {
    return last == null ? null : last.since();
  }
}
