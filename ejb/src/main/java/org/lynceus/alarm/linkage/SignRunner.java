package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;

/** Puts signs on the alarm that the browsers follow which are told of it. */
@ApplicationScoped
class SignRunner implements ActionRunner {
  @Inject private AlarmSigns signs;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.POPUP || kind == ActionKind.MAP_FLASH || kind == ActionKind.SOUND;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    switch (claimed.kind()) {
      case POPUP -> signs.popUp(alarm.id(), channels);
      case MAP_FLASH -> signs.flash(alarm.id());
      default -> signs.sound(alarm.id());
    }
    return ActionOutcome.done();
  }
}
