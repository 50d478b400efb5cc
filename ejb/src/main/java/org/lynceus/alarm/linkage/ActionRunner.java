package org.lynceus.alarm.linkage;

import java.util.List;
import java.util.UUID;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;

/**
 * Does actions of some kinds. Called outside any transaction and done within {@link
 * ActionQueue#LEASE}. A domain exception says in words why it was not done.
 */
interface ActionRunner {
  boolean does(ActionKind kind);

  /**
   * Does it once.
   *
   * @param channels the cameras it is about: those it names, else the alarm's own
   */
  ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels);
}
