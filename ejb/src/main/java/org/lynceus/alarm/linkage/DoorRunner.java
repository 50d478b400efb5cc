package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.shared.Reason;

/** Doors have no driver yet; no scheme can name one. */
@ApplicationScoped
class DoorRunner implements ActionRunner {
  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.DOOR;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    return ActionOutcome.skipped(new Reason("no-door-driver", "There is no driver of doors yet."));
  }
}
