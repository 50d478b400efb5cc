package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The volumes of all nodes. */
public record VolumeList(@NotNull List<VolumeView> items) {}
