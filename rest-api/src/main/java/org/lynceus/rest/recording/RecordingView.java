package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.RecordingStatus;
import org.lynceus.recording.RecordingKind;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.recording.RecordingRules;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.shared.Reason;

/** Whether and why a channel ought to be recorded, and whether it is. */
public record RecordingView(
    @NotNull @Schema(description = "recorded all day, beyond any plan") Boolean enabled,
    @NotNull State state,
    @Nullable ReasonView reason,
    @Nullable @Schema(description = "what is not as wished although it is recorded")
        ReasonView warning,
    @Nullable Instant since,
    @Nullable @Schema(description = "strongest reason to record now") RecordingKind kind,
    @Nullable @Schema(description = "end of the recording by hand") Instant manualUntil,
    @NotNull List<PlanState> plans,
    @Nullable @Schema(description = "when a plan next begins or ends") Instant nextChange,
    @NotNull Long version) {

  /** What recording does now. */
  @Schema(name = "RecordingState")
  public enum State {
    /** Nothing asks for it. */
    NOT_PLANNED,
    /** A plan names the channel, and not now: it waits for its time, for motion or an alarm. */
    PLANNED,
    STARTING,
    RECORDING,
    /** It ought to be recorded and is not; the reason says why. */
    INTERRUPTED
  }

  /** A plan that holds the channel. */
  @Schema(name = "RecordingPlanState")
  public record PlanState(
      @NotNull UUID id,
      @NotNull String name,
      @NotNull RecordingKind kind,
      @NotNull Boolean active) {
    static PlanState of(RecordingRules.PlanState state) {
      return new PlanState(
          state.plan().id(), state.plan().name(), state.plan().kind(), state.active());
    }
  }

  public static RecordingView of(RecordingRecord set) {
    boolean wanted = set.kind() != null;
    @Nullable RecordingStatus now = agreeing(wanted, set.now());
    State idle = set.planned() ? State.PLANNED : State.NOT_PLANNED;
    State state = wanted ? State.STARTING : idle;
    if (wanted && now != null) {
      state = State.valueOf(now.state().name());
    }
    return new RecordingView(
        set.enabled(),
        state,
        now == null ? null : ReasonView.of(Reason.ofNullable(now.fault())),
        now == null ? null : ReasonView.of(Reason.ofNullable(now.warning())),
        now == null ? null : now.since(),
        set.kind(),
        set.manualUntil(),
        set.plans().stream().map(PlanState::of).toList(),
        set.nextChange(),
        set.version());
  }

  /** What the engine does, null while it has not yet followed what is wanted. */
  private static @Nullable RecordingStatus agreeing(boolean wanted, @Nullable RecordingStatus now) {
    return now != null && wanted == (now.state() != RecordingState.NOT_PLANNED) ? now : null;
  }
}
