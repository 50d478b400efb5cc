package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each channel of a request. */
public record RetentionResults(@NotNull List<Item> items) {
  /** One channel; one that does not exist is not set. */
  @Schema(name = "RetentionResult")
  public record Item(@NotNull UUID channelId, @NotNull Boolean set) {}
}
