package org.lynceus.alarm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.alarm.linkage.AlarmsForActions.NOON;
import static org.lynceus.alarm.linkage.AlarmsForActions.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.ActionJson;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;

class ActionRuleTest {
  private static final SchemeAction AT_ONCE = AlarmsForActions.notify(0, false);

  private static @Nullable String leftOut(ActionKind kind, SchemeAction action, Alarm alarm) {
    Reason reason = ActionRule.leftOut(kind, action, alarm);
    return reason == null ? null : reason.code();
  }

  @Test
  void whatIsHeldBackOrGoneOrToldLateIsLeftOutAndSaysWhy() {
    Alarm open = alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, null);
    assertThat(leftOut(ActionKind.NOTIFY, AT_ONCE, open)).isNull();
    assertThat(
            leftOut(
                ActionKind.NOTIFY, AT_ONCE, alarm(AlarmHandling.PENDING, Alarm.Hold.SHELVED, null)))
        .isEqualTo("shelved");
    assertThat(
            leftOut(
                ActionKind.RECORD,
                AT_ONCE,
                alarm(AlarmHandling.PENDING, Alarm.Hold.SUPPRESSED, null)))
        .isEqualTo("suppressed");
    Alarm gone = alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, null, NOON, true);
    assertThat(leftOut(ActionKind.NOTIFY, AT_ONCE, gone)).isEqualTo("alarm-gone");
    Alarm late = alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, null, NOON.minusSeconds(301), false);
    assertThat(leftOut(ActionKind.RECORD, AT_ONCE, late)).isEqualTo("too-late");
    assertThat(leftOut(ActionKind.EMAIL, AT_ONCE, late)).isNull();
  }

  @Test
  void whatWasBegunIsEndedWhateverBecameOfTheAlarm() {
    Alarm gone = alarm(AlarmHandling.PENDING, Alarm.Hold.SHELVED, NOON, NOON, true);
    assertThat(leftOut(ActionKind.OUTPUT_OFF, AT_ONCE, gone)).isNull();
    assertThat(leftOut(ActionKind.PTZ_RETURN, AT_ONCE, gone)).isNull();
  }

  @Test
  void aStepOfEscalationIsDoneOnlyWhileNobodyHasTheAlarm() {
    SchemeAction step = AlarmsForActions.notify(5, false);
    assertThat(
            leftOut(ActionKind.NOTIFY, step, alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, NOON)))
        .isNull();
    assertThat(
            leftOut(
                ActionKind.NOTIFY,
                AlarmsForActions.notify(5, true),
                alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, NOON)))
        .isEqualTo("returned");
    Reason claimed =
        ActionRule.leftOut(
            ActionKind.NOTIFY, step, alarm(AlarmHandling.PROCESSING, Alarm.Hold.NONE, null));
    assertThat(claimed).isEqualTo(new Reason("claimed", "anna has the alarm."));
    for (AlarmHandling closed :
        List.of(AlarmHandling.RESOLVED, AlarmHandling.FALSE_ALARM, AlarmHandling.IGNORED)) {
      assertThat(leftOut(ActionKind.NOTIFY, step, alarm(closed, Alarm.Hold.NONE, null)))
          .isEqualTo("closed");
    }
  }

  @Property
  void pausesGrowWithinBounds(
      @ForAll @IntRange(min = 1, max = 1_000_000) int attempts,
      @ForAll @DoubleRange(min = 0, max = 0.99) double dice) {
    Duration pause = ActionRule.pause(attempts, dice);
    assertThat(pause).isBetween(Duration.ofMillis(3750), Duration.ofMillis(375_000));
    assertThat(ActionRule.pause(attempts + 1, dice)).isGreaterThanOrEqualTo(pause);
  }

  /** However often it fails, trying ends, and not before its patience is nearly over. */
  @Property
  void whatFailsIsTriedAgainUntilItsPatienceIsOver(
      @ForAll ActionKind kind, @ForAll @DoubleRange(min = 0, max = 0.99) double dice) {
    Instant now = NOON;
    ActionRule.Step step;
    int attempts = 0;
    do {
      step =
          ActionRule.after(kind, ++attempts, NOON, ActionOutcome.again("away", "Away."), now, dice);
      assertThat(step.attempts()).isEqualTo(attempts);
      assertThat(step.reason()).isEqualTo(new Reason("away", "Away."));
      if (step.state() == ActionState.PENDING) {
        assertThat(step.due()).isAfter(now).isBeforeOrEqualTo(NOON.plus(kind.patience()));
        now = step.due();
      }
    } while (step.state() == ActionState.PENDING);
    assertThat(step.state()).isEqualTo(ActionState.FAILED);
    assertThat(now.plus(ActionRule.pause(attempts, dice))).isAfter(NOON.plus(kind.patience()));
  }

  @Property
  void anActionWhoseNodeWentIsDoneAgainOnlyWhenThatIsTheSameAsOnce(
      @ForAll ActionKind kind, @ForAll @IntRange(min = 1, max = 50) int attempts) {
    ActionRule.Step step = ActionRule.abandoned(kind, attempts, NOON);
    assertThat(step.state())
        .isEqualTo(kind.repeatable() ? ActionState.PENDING : ActionState.FAILED);
    assertThat(step.reason().code()).isEqualTo(kind.repeatable() ? "node-went" : "done-unknown");
    assertThat(step.reason().text().contains("nobody knows")).isEqualTo(!kind.repeatable());
  }

  @Test
  void waitingForItsTurnDoesNotCountAsTrying() {
    ActionRule.Step step =
        ActionRule.after(
            ActionKind.EMAIL,
            3,
            NOON,
            ActionOutcome.later(NOON.plusSeconds(60), "one-a-minute", "Wait."),
            NOON.plusSeconds(1),
            0.5);
    assertThat(step.state()).isEqualTo(ActionState.PENDING);
    assertThat(step.attempts()).isEqualTo(2);
    assertThat(step.due()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void actionsAreStoredAndReadAsTheyWere() {
    List<SchemeAction> all =
        List.of(
            AlarmsForActions.notify(5, true),
            AlarmsForActions.mail("a@example.org"),
            AlarmsForActions.webhook("https://example.org/in?x=1"),
            AlarmsForActions.output(new java.util.UUID(1, 2), "relay 1", 30));
    assertThat(ActionJson.readAll(ActionJson.all(all))).isEqualTo(all);
  }

  @Test
  void parametersAreBounded() {
    for (String url : List.of("", "ftp://a/b", "http:///x", "https://u:p@a/", "javascript:1")) {
      assertThatThrownBy(() -> AlarmsForActions.webhook(url)).isInstanceOf(DomainException.class);
    }
    for (String address : List.of("nobody", "a@b@c", "a b@c", "<a@b>")) {
      assertThatThrownBy(() -> AlarmsForActions.mail(address)).isInstanceOf(DomainException.class);
    }
    assertThatThrownBy(() -> AlarmsForActions.output(new java.util.UUID(1, 2), "1", 601))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> AlarmsForActions.notify(1441, false))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void wordsInBracesAreReplacedAndOthersStay() {
    var words =
        AlarmText.words(
            alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, null), ZoneOffset.UTC, "https://l/x");
    assertThat(AlarmText.fill("{event} at {source}, {time}, {priority} {nothing} {", words))
        .isEqualTo("line crossed at Gate $1, 2026-11-23 12:00:00 +00:00, high {nothing} {");
  }

  @Test
  void aCallIsSignedOverItsSecondAndItsBody() {
    assertThat(WebhookMessage.signature("key", 1000, "{}"))
        .isEqualTo("t=1000,v1=c32de42341dece79a1511c9e7f74a2734112edcfcf48943c976faf07047065db");
    String body =
        WebhookMessage.body(alarm(AlarmHandling.PENDING, Alarm.Hold.NONE, null), "https://l/x");
    assertThat(body)
        .contains("\"type\":\"alarm/1\"", "\"event\":\"LINE_CROSSED\"", "\"number\":7")
        .doesNotContain("endedAt");
  }
}
