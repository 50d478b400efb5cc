package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.device.head.CameraHead;
import org.lynceus.device.head.CameraHeads;
import org.lynceus.live.PtzHold;
import org.lynceus.live.PtzHolds;
import org.lynceus.shared.Reason;

/**
 * Turns a camera to a preset and back. An alarm claims the camera like an operator: it takes it
 * from nobody of the same level or above, and nobody has to wait for it longer than for him.
 */
@ApplicationScoped
class PresetRunner implements ActionRunner {
  /** That of operators. */
  static final int LEVEL = 3;

  private static final Duration HOLD = Duration.ofSeconds(10);

  @Inject private CameraHeads heads;
  @Inject private PtzHolds holds;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.PTZ_PRESET || kind == ActionKind.PTZ_RETURN;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    UUID channel = channels.get(0);
    boolean back = claimed.kind() == ActionKind.PTZ_RETURN;
    CameraHead head = heads.of(channel);
    String holder = "Alarm #" + alarm.number();
    @Nullable PtzHold hold = holds.claim(channel, holder, LEVEL, HOLD);
    if (hold == null || !hold.holder().equals(holder)) {
      String who = hold == null ? "Somebody" : hold.holder();
      return back
          ? ActionOutcome.skipped(new Reason("ptz-held", who + " moves this camera now."))
          : ActionOutcome.again("ptz-held", who + " moves this camera now.");
    }
    head.goTo(Objects.requireNonNull(back ? claimed.action().back() : claimed.action().target()));
    return ActionOutcome.done();
  }
}
