package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.live.control.OutputService;

/** Switches an output of the device behind a camera on, and off some seconds later. */
@ApplicationScoped
class OutputRunner implements ActionRunner {
  @Inject private OutputService outputs;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.OUTPUT || kind == ActionKind.OUTPUT_OFF;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    outputs.switchOver(
        channels.get(0),
        Objects.requireNonNull(claimed.action().target()),
        claimed.kind() == ActionKind.OUTPUT);
    return ActionOutcome.done();
  }
}
