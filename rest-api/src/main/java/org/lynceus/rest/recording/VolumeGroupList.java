package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** All volume groups. */
public record VolumeGroupList(@NotNull List<VolumeGroupView> items) {}
