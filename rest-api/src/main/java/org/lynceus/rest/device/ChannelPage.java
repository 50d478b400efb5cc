package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of channels. */
public record ChannelPage(
    @NotNull List<ChannelView> items,
    @Nullable String next,
    @NotNull @Schema(description = "of the whole list") Long total) {}
