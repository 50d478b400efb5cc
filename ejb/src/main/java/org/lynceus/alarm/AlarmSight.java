package org.lynceus.alarm;

import java.util.List;
import java.util.Locale;
import org.lynceus.user.Caller;
import org.lynceus.user.Function;
import org.lynceus.user.Permits;
import org.lynceus.user.Role;

/**
 * Whether somebody may see or do something with an alarm: by the place it is about, and, when it is
 * addressed to roles or users, by being one of them. Who may configure alarms everywhere is never
 * left out, so that no alarm can be addressed to nobody.
 */
public record AlarmSight(Permits permits, Caller caller, List<Role> roles) {

  public boolean sees(Alarm alarm) {
    return may(Function.ALARM_READ, alarm) && forHim(alarm);
  }

  /** Whether he may do this where the alarm is. */
  public boolean may(Function function, Alarm alarm) {
    return permits.mayAt(function, alarm.channelId(), alarm.deviceId());
  }

  private boolean forHim(Alarm alarm) {
    return !alarm.addressed()
        || permits.mayEverywhere(Function.ALARM_CONFIGURE)
        || alarm.toUsers().contains(caller.name().toLowerCase(Locale.ROOT))
        || roles.stream().anyMatch(role -> alarm.toRoles().contains(role.id()));
  }
}
