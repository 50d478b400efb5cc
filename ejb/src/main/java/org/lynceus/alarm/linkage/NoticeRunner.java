package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;

/** Sends notices to roles and users of the center. */
@ApplicationScoped
class NoticeRunner implements ActionRunner {
  private static final int LONGEST = 500;

  @Inject private AlarmSigns signs;
  @Inject private AlarmText texts;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.NOTIFY;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    SchemeAction action = claimed.action();
    String text = texts.of(Objects.requireNonNullElse(action.text(), "{event}: {source}"), alarm);
    signs.notice(
        alarm.id(),
        claimed.number(),
        text.substring(0, Math.min(text.length(), LONGEST)),
        action.toRoles(),
        action.toUsers());
    return ActionOutcome.done();
  }
}
