package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;

/** Switches continuous recording of a channel. */
public record SetRecording(@NotNull Boolean enabled) {}
