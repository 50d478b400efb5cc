package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of channels. */
public record ChannelPage(@NotNull List<ChannelView> items, @Nullable String next) {}
