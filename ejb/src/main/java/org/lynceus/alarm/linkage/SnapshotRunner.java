package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.recording.Playback;
import org.lynceus.shared.DomainException;

/** Keeps pictures of cameras as they are now. One that fails does not stop the others. */
@ApplicationScoped
class SnapshotRunner implements ActionRunner {
  /** As wide as a picture of an alarm is, in pixels: enough to see who it was. */
  static final int WIDTH = 1280;

  @Inject private Playback playback;
  @Inject private AlarmKeepsakes keepsakes;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.SNAPSHOT;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    List<DomainException> failures = new ArrayList<>();
    for (UUID channel : channels) {
      if (!keepsakes.has(claimed.alarm(), claimed.number(), channel)) {
        try {
          keepsakes.keep(
              claimed.alarm(), claimed.number(), channel, playback.picture(channel, WIDTH));
        } catch (DomainException e) {
          failures.add(e);
        }
      }
    }
    if (failures.isEmpty()) {
      return ActionOutcome.done();
    }
    DomainException first = failures.get(0);
    if (failures.size() == channels.size()) {
      throw first;
    }
    return ActionOutcome.again(
        "pictures-missing",
        failures.size()
            + " of "
            + channels.size()
            + " pictures are missing: "
            + first.getMessage());
  }
}
