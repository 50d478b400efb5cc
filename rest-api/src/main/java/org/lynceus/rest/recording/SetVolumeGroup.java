package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;

/** Name of a volume group. */
public record SetVolumeGroup(@NotNull String name) {}
