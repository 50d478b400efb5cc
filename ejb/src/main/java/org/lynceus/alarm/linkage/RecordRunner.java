package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.device.DeviceQueries;
import org.lynceus.recording.TriggerService;

/** Records cameras from before the alarm until some time from now. */
@ApplicationScoped
class RecordRunner implements ActionRunner {
  @Inject private TriggerService triggers;
  @Inject private DeviceQueries devices;
  @Inject private Clock clock;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.RECORD;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    Instant now = clock.instant();
    Instant began = alarm.first().isBefore(now) ? alarm.first() : now;
    channels.forEach(devices::channelName);
    for (UUID channel : channels) {
      triggers.alarm(
          channel,
          began.minusSeconds(claimed.action().before()),
          now.plusSeconds(claimed.action().seconds()));
    }
    return ActionOutcome.done();
  }
}
