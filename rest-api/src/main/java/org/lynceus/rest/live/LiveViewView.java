package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.LiveView;

/** A saved wall; its version is the ETag. */
public record LiveViewView(
    @NotNull UUID id,
    @NotNull String name,
    @Nullable String folder,
    @NotNull @Schema(description = "whether others see it, too") Boolean shared,
    @NotNull Boolean mine,
    @NotNull String ownerName,
    @NotNull Integer size,
    @NotNull @Schema(description = "in order of panes; an empty text is an empty pane")
        List<String> channelIds,
    @NotNull Long version) {
  static LiveViewView of(LiveView view) {
    return new LiveViewView(
        view.id(),
        view.name(),
        view.folder(),
        view.shared(),
        view.mine(),
        view.owner(),
        view.size(),
        view.channelIds().stream().map(id -> id == null ? "" : id.toString()).toList(),
        view.version());
  }
}
