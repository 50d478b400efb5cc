package org.lynceus.alarm.linkage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.alarm.scheme.SchemeAction;

/** Alarms and actions for tests of rules. */
final class AlarmsForActions {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private AlarmsForActions() {}

  static Alarm alarm(AlarmHandling handling, Alarm.Hold held, @Nullable Instant ended) {
    return alarm(handling, held, ended, NOON, false);
  }

  static Alarm alarm(
      AlarmHandling handling,
      Alarm.Hold held,
      @Nullable Instant ended,
      Instant first,
      boolean gone) {
    return new Alarm(
        new UUID(1, 1),
        7,
        new UUID(2, 2),
        "Gate at night",
        AlarmPriority.HIGH,
        null,
        "LINE_CROSSED",
        new UUID(3, 3),
        new UUID(4, 4),
        null,
        "C",
        "Gate $1",
        first,
        first,
        ended,
        false,
        1,
        handling,
        handling == AlarmHandling.PROCESSING ? "anna" : null,
        null,
        null,
        held,
        gone,
        null,
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        null,
        NOON,
        1);
  }

  static SchemeAction notify(int afterMinutes, boolean stopOnReturn) {
    return new SchemeAction(
        ActionKind.NOTIFY,
        afterMinutes,
        stopOnReturn,
        List.of(),
        0,
        0,
        null,
        null,
        List.of(),
        List.of("Bert"),
        List.of(),
        null,
        null,
        false,
        null);
  }

  static SchemeAction output(UUID channel, String output, int seconds) {
    return new SchemeAction(
        ActionKind.OUTPUT,
        0,
        false,
        List.of(channel),
        0,
        seconds,
        output,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        false,
        null);
  }

  static SchemeAction webhook(String url) {
    return new SchemeAction(
        ActionKind.WEBHOOK,
        0,
        false,
        List.of(),
        0,
        0,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        false,
        url);
  }

  static SchemeAction mail(String address) {
    return new SchemeAction(
        ActionKind.EMAIL,
        0,
        false,
        List.of(),
        0,
        0,
        null,
        null,
        List.of(),
        List.of(),
        List.of(address),
        "{scheme}: {source}",
        "{event} at {time}",
        false,
        null);
  }
}
