package org.lynceus.alarm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmEngineTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private long made;

  private Signal signal(double second, Boolean active) {
    return new Signal(new UUID(0, ++made), NOON.plusMillis((long) (second * 1000)), active);
  }

  private static GroupingRule rule(int window, int cap, int on, int off) {
    return new GroupingRule(
        Duration.ofSeconds(window),
        Duration.ofSeconds(cap),
        Duration.ofSeconds(on),
        Duration.ofSeconds(off),
        Duration.ofDays(7));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  @Test
  void tenThousandMotionsOfAnHourAreSixAlarmsThatCountThemAll() {
    List<Signal> motions = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      motions.add(signal(i * 0.36, null));
    }
    List<AlarmGroup> groups = AlarmEngine.group(motions, rule(30, 600, 0, 0), at(7200)).groups();
    assertThat(groups).hasSize(6);
    assertThat(groups.stream().mapToInt(AlarmGroup::count).sum()).isEqualTo(10_000);
    assertThat(groups.get(0).count()).isEqualTo(1667);
  }

  @Test
  void theWindowSlidesAndItsEndIsOutside() {
    List<Signal> signals = List.of(signal(0, null), signal(29, null), signal(58, null));
    assertThat(AlarmEngine.group(signals, rule(30, 600, 0, 0), at(100)).groups()).hasSize(1);
    assertThat(
            AlarmEngine.group(
                    List.of(signal(0, null), signal(30, null)), rule(30, 600, 0, 0), at(100))
                .groups())
        .hasSize(2);
  }

  @Test
  void withoutAWindowNothingIsMerged() {
    List<Signal> signals = List.of(signal(0, null), signal(0, null));
    assertThat(AlarmEngine.group(signals, rule(0, 600, 0, 0), at(100)).groups()).hasSize(2);
  }

  @Test
  void beginningAndEndAreOneAlarmWithItsDuration() {
    Grouping grouping =
        AlarmEngine.group(
            List.of(signal(10, true), signal(5000, false)), rule(30, 600, 0, 0), at(6000));
    assertThat(grouping.checkAt()).isNull();
    assertThat(grouping.groups()).hasSize(1);
    AlarmGroup alarm = grouping.groups().get(0);
    assertThat(alarm.first()).isEqualTo(at(10));
    assertThat(alarm.ended()).isEqualTo(at(5000));
    assertThat(alarm.endMissing()).isFalse();
    assertThat(alarm.count()).isEqualTo(1);
  }

  @Test
  void aStateWithoutEndLastsUntilItIsTooLongAndThenSaysSo() {
    List<Signal> signals = List.of(signal(0, true));
    Grouping before = AlarmEngine.group(signals, rule(30, 600, 0, 0), at(100));
    assertThat(before.groups().get(0).ended()).isNull();
    assertThat(before.checkAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    Grouping after = AlarmEngine.group(signals, rule(30, 600, 0, 0), NOON.plus(Duration.ofDays(8)));
    assertThat(after.groups().get(0).endMissing()).isTrue();
    assertThat(after.groups().get(0).ended()).isEqualTo(NOON.plus(Duration.ofDays(7)));
  }

  @Test
  void aStateShorterThanTheDelayRaisesNothingAndALongerOneWhenTheDelayIsOver() {
    GroupingRule rule = rule(30, 600, 5, 0);
    assertThat(AlarmEngine.group(List.of(signal(0, true), signal(4, false)), rule, at(9)).groups())
        .isEmpty();
    List<Signal> open = List.of(signal(0, true));
    Grouping waiting = AlarmEngine.group(open, rule, at(4));
    assertThat(waiting.groups()).isEmpty();
    assertThat(waiting.checkAt()).isEqualTo(at(5));
    assertThat(AlarmEngine.group(open, rule, at(5)).groups()).hasSize(1);
  }

  @Test
  void gapsShorterThanTheDelayOffAreNone() {
    GroupingRule rule = rule(0, 600, 0, 10);
    List<Signal> signals =
        List.of(signal(0, true), signal(20, false), signal(29, true), signal(40, false));
    Grouping lasting = AlarmEngine.group(signals, rule, at(45));
    assertThat(lasting.groups()).hasSize(1);
    assertThat(lasting.groups().get(0).ended()).isNull();
    assertThat(lasting.checkAt()).isEqualTo(at(50));
    AlarmGroup ended = AlarmEngine.group(signals, rule, at(50)).groups().get(0);
    assertThat(ended.ended()).isEqualTo(at(40));
    assertThat(ended.count()).isEqualTo(2);
  }

  @Test
  void aLateSignalCanMakeTwoAlarmsOne() {
    Signal first = signal(0, null);
    Signal second = signal(50, null);
    Signal late = signal(25, null);
    GroupingRule rule = rule(30, 600, 0, 0);
    List<AlarmGroup> two = AlarmEngine.group(List.of(first, second), rule, at(100)).groups();
    assertThat(two).hasSize(2);
    List<AlarmGroup> one = AlarmEngine.group(List.of(first, second, late), rule, at(100)).groups();
    assertThat(one).hasSize(1);
    UUID older = new UUID(9, 1);
    UUID newer = new UUID(9, 2);
    RowChoice choice =
        RowChoice.of(
            one, java.util.Map.of(first.uid(), older, second.uid(), newer), List.of(older, newer));
    assertThat(choice.taken()).containsExactly(older);
    assertThat(choice.lost()).containsExactly(java.util.Map.entry(newer, 0));
  }

  @Test
  void anEndWithoutABeginningIsNothing() {
    assertThat(AlarmEngine.group(List.of(signal(0, false)), rule(30, 600, 0, 0), at(9)).groups())
        .isEmpty();
  }
}
