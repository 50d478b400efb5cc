package org.lynceus.rest.device.config;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The encoders of a channel, those of the streams that the center uses first. */
public record EncoderList(@NotNull List<EncoderView> items) {}
