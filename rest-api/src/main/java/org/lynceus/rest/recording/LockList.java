package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Locks that hold. */
@Schema(name = "RecordingLockList")
public record LockList(@NotNull List<LockView> items) {}
