package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** The cameras that show something, the first one first. */
public record BindCameras(@NotNull @Size(max = 16) List<@NotNull UUID> channelIds) {}
