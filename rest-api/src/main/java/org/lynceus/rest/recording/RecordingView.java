package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.engine.RecordingStatus;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.shared.Reason;

/** Whether a channel ought to be recorded, and whether it is. */
public record RecordingView(
    @NotNull Boolean enabled,
    @NotNull State state,
    @Nullable ReasonView reason,
    @Nullable Instant since,
    @NotNull Long version) {

  /** What recording does now. */
  public enum State {
    NOT_PLANNED,
    STARTING,
    RECORDING,
    INTERRUPTED
  }

  public static RecordingView of(RecordingRecord set, @Nullable StreamStatus status) {
    if (status == null) {
      return new RecordingView(
          set.enabled(),
          set.enabled() ? State.STARTING : State.NOT_PLANNED,
          null,
          null,
          set.version());
    }
    RecordingStatus now = status.recording();
    boolean agrees =
        set.enabled() == (now.state() != org.lynceus.media.engine.RecordingState.NOT_PLANNED);
    State state =
        agrees
            ? State.valueOf(now.state().name())
            : set.enabled() ? State.STARTING : State.NOT_PLANNED;
    return new RecordingView(
        set.enabled(),
        state,
        agrees ? ReasonView.of(Reason.ofNullable(now.fault())) : null,
        agrees ? now.since() : null,
        set.version());
  }
}
