package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.LiveViewService;
import org.lynceus.shared.DomainException;

/** A wall to save. */
public record SetLiveView(
    @NotNull String name,
    @Nullable String folder,
    @NotNull Boolean shared,
    @NotNull Integer size,
    @NotNull @Schema(description = "in order of panes; an empty text is an empty pane")
        List<@NotNull String> channelIds) {
  LiveViewService.ViewDraft draft() {
    List<@Nullable UUID> ids = new ArrayList<>();
    for (String id : channelIds) {
      try {
        ids.add(id.isEmpty() ? null : UUID.fromString(id));
      } catch (IllegalArgumentException e) {
        throw DomainException.invalid("/channelIds/" + ids.size(), "This is not an id.");
      }
    }
    return new LiveViewService.ViewDraft(name, folder, shared, size, ids);
  }
}
