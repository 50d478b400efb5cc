package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.schedule.Period;
import org.lynceus.schedule.TimeRules;
import org.lynceus.schedule.TimeTemplate;
import org.lynceus.shared.TimeRange;

class RecordingRulesTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final UUID GATE = new UUID(1, 1);
  private static final UUID HALL = new UUID(1, 2);
  private static final UUID OFFICE_HOURS = new UUID(2, 1);

  /** A Sunday. */
  private static final Instant MORNING = Instant.parse("2026-11-22T09:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-11-22T22:00:00Z");

  private static RecordingPlan plan(RecordingKind kind, int pre, int post, UUID... channels) {
    return plan(kind, StreamKind.MAIN, pre, post, channels);
  }

  private static RecordingPlan plan(
      RecordingKind kind, StreamKind stream, int pre, int post, UUID... channels) {
    return new RecordingPlan(
        UUID.randomUUID(),
        kind.name(),
        true,
        OFFICE_HOURS,
        kind,
        stream,
        Duration.ofSeconds(pre),
        Duration.ofSeconds(post),
        List.of(channels),
        Instant.EPOCH,
        1);
  }

  private static RecordingRules rules(
      Set<UUID> switchedOn, List<RecordingPlan> plans, List<Trigger> triggers) {
    TimeTemplate template =
        new TimeTemplate(
            OFFICE_HOURS,
            "Office hours",
            null,
            false,
            new TimeRules(
                Map.of(DayOfWeek.SUNDAY, List.of(Period.parse("08:00", "18:00", ""))), List.of()),
            1);
    return new RecordingRules(
        switchedOn.stream().collect(Collectors.toMap(id -> id, id -> Instant.EPOCH)),
        plans,
        Map.of(OFFICE_HOURS, template),
        triggers,
        Map.of(),
        Map.of(HALL, new UUID(3, 1)),
        Map.of(new UUID(3, 1), List.of(new UUID(4, 1))),
        UTC);
  }

  private static RecordingRules.Wanted main(RecordingRules rules, UUID channel, Instant at) {
    return rules.wanted(at).get(new StreamKey(channel, StreamKind.MAIN));
  }

  @Test
  void aContinuousPlanRecordsWhileItsTemplateIsActiveAndIsPlannedOtherwise() {
    RecordingRules rules =
        rules(Set.of(), List.of(plan(RecordingKind.CONTINUOUS, 0, 0, GATE)), List.of());
    assertThat(main(rules, GATE, MORNING).kind()).isEqualTo(RecordingKind.CONTINUOUS);
    assertThat(main(rules, GATE, NIGHT).kind()).isNull();
    assertThat(main(rules, HALL, MORNING)).isNull();
    assertThat(rules.channels()).containsExactly(GATE);
  }

  @Test
  void theSwitchRecordsAllDayWhateverThePlanSays() {
    RecordingRules rules =
        rules(Set.of(GATE), List.of(plan(RecordingKind.CONTINUOUS, 0, 0, GATE)), List.of());
    assertThat(main(rules, GATE, NIGHT).on()).isTrue();
  }

  @Test
  void anEventPlanKeepsItsPreRecordReadyOnlyWhileItIsActive() {
    RecordingRules rules =
        rules(Set.of(), List.of(plan(RecordingKind.MOTION, 10, 20, GATE)), List.of());
    assertThat(main(rules, GATE, MORNING))
        .isEqualTo(new RecordingRules.Wanted(null, Duration.ofSeconds(10)));
    assertThat(main(rules, GATE, NIGHT).pre()).isZero();
    assertThat(rules.waitingFor(GATE, RecordingKind.MOTION, MORNING)).hasSize(1);
    assertThat(rules.waitingFor(GATE, RecordingKind.ALARM, MORNING)).isEmpty();
    assertThat(rules.waitingFor(GATE, RecordingKind.MOTION, NIGHT)).isEmpty();
  }

  @Test
  void ofSeveralReasonsTheStrongestShowsAndATriggerEndsWhenItSays() {
    Trigger alarm =
        new Trigger(GATE, StreamKind.MAIN, RecordingKind.ALARM, MORNING, MORNING.plusSeconds(30));
    RecordingRules rules =
        rules(Set.of(GATE), List.of(plan(RecordingKind.MOTION, 5, 5, GATE)), List.of(alarm));
    assertThat(main(rules, GATE, MORNING.plusSeconds(29)))
        .isEqualTo(new RecordingRules.Wanted(RecordingKind.ALARM, Duration.ofSeconds(5)));
    assertThat(main(rules, GATE, MORNING.plusSeconds(30)).kind())
        .isEqualTo(RecordingKind.CONTINUOUS);
  }

  @Test
  void plannedTimeIsTheTemplatesForPlansAndAllOfItForTheSwitch() {
    TimeRange day =
        new TimeRange(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
    RecordingRules rules =
        rules(Set.of(HALL), List.of(plan(RecordingKind.CONTINUOUS, 0, 0, GATE)), List.of());
    assertThat(rules.continuous(new StreamKey(HALL, StreamKind.MAIN), day)).containsExactly(day);
    assertThat(rules.continuous(new StreamKey(GATE, StreamKind.MAIN), day))
        .containsExactly(
            new TimeRange(
                Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T18:00:00Z")));
  }

  @Test
  void aPlanOfTheSubStreamLeavesTheMainStreamAlone() {
    TimeRange day =
        new TimeRange(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
    StreamKey sub = new StreamKey(GATE, StreamKind.SUB);
    RecordingRules rules =
        rules(
            Set.of(HALL),
            List.of(
                plan(RecordingKind.CONTINUOUS, StreamKind.SUB, 0, 0, GATE),
                plan(RecordingKind.MOTION, StreamKind.SUB, 0, 5, HALL),
                plan(RecordingKind.MOTION, StreamKind.MAIN, 0, 9, HALL)),
            List.of());
    assertThat(rules.streams())
        .containsExactlyInAnyOrder(
            sub, new StreamKey(HALL, StreamKind.MAIN), new StreamKey(HALL, StreamKind.SUB));
    assertThat(rules.wanted(MORNING)).doesNotContainKey(new StreamKey(GATE, StreamKind.MAIN));
    assertThat(rules.continuous(sub, day)).hasSize(1);
    assertThat(rules.continuous(new StreamKey(GATE, StreamKind.MAIN), day)).isEmpty();
    assertThat(rules.continuous(new StreamKey(HALL, StreamKind.SUB), day)).isEmpty();
    assertThat(rules.waitingFor(HALL, RecordingKind.MOTION, MORNING))
        .extracting(RecordingPlan::stream)
        .containsExactlyInAnyOrder(StreamKind.MAIN, StreamKind.SUB);
  }

  @Test
  void whatWasSwitchedOnDuringTheRangeIsPlannedFromThenOn() {
    TimeRange day =
        new TimeRange(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
    RecordingRules rules =
        new RecordingRules(
            Map.of(GATE, MORNING),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            UTC);
    assertThat(rules.continuous(new StreamKey(GATE, StreamKind.MAIN), day))
        .containsExactly(new TimeRange(MORNING, day.to()));
  }

  @Test
  void whatSomethingBeyondThePlansMayRecordIsKeptInMemoryAndNotRecorded() {
    RecordingRules rules =
        new RecordingRules(
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(GATE, Duration.ofSeconds(15)),
            Map.of(),
            Map.of(),
            UTC);
    RecordingRules.Wanted wanted = main(rules, GATE, MORNING);
    assertThat(wanted.on()).isFalse();
    assertThat(wanted.pre()).isEqualTo(Duration.ofSeconds(15));
    assertThat(rules.channels()).containsExactly(GATE);
  }

  @Test
  void aChannelOfAGroupIsBoundToItsVolumes() {
    RecordingRules rules = rules(Set.of(GATE, HALL), List.of(), List.of());
    assertThat(rules.volumes(HALL)).containsExactly(new UUID(4, 1));
    assertThat(rules.volumes(GATE)).isEmpty();
  }

  @Test
  void theTimelineShowsTheStrongestKindAndLosesNothing() {
    TimeRange hour = new TimeRange(MORNING, MORNING.plusSeconds(3600));
    Timeline timeline = Timeline.of(hour, List.of(hour), List.of());
    Trigger motion =
        new Trigger(
            GATE,
            StreamKind.MAIN,
            RecordingKind.MOTION,
            MORNING.minusSeconds(60),
            MORNING.plusSeconds(600));
    Trigger alarm =
        new Trigger(
            GATE,
            StreamKind.MAIN,
            RecordingKind.ALARM,
            MORNING.plusSeconds(300),
            MORNING.plusSeconds(900));
    assertThat(timeline.byKind(List.of(motion, alarm)))
        .containsExactly(
            span(0, 300, RecordingKind.MOTION),
            span(300, 900, RecordingKind.ALARM),
            span(900, 3600, RecordingKind.CONTINUOUS));
  }

  private static Timeline.KindSpan span(int from, int to, RecordingKind kind) {
    return new Timeline.KindSpan(
        new TimeRange(MORNING.plusSeconds(from), MORNING.plusSeconds(to)), kind);
  }
}
