package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import org.lynceus.protocols.onvif.OverlayPosition;

/** Where the name of a channel is to be written. */
public record WriteChannelName(@NotNull OverlayPosition position) {}
