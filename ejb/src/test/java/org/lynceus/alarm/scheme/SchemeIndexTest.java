package org.lynceus.alarm.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.schedule.Period;
import org.lynceus.schedule.TimeRules;
import org.lynceus.schedule.TimeTemplate;

class SchemeIndexTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final UUID CHANNEL = UUID.randomUUID();
  private static final UUID DEVICE = UUID.randomUUID();
  private static final UUID SITE = UUID.randomUUID();

  /** Sundays from 02:30 to 03:30, local time of the site. */
  private static final TimeTemplate NIGHT =
      new TimeTemplate(
          UUID.randomUUID(),
          "Night",
          null,
          false,
          new TimeRules(Map.of(DayOfWeek.SUNDAY, List.of(new Period(9000, 12600))), List.of()),
          1);

  private static AlarmScheme scheme(boolean enabled, String type, AlarmSource... sources) {
    return new AlarmScheme(
        UUID.randomUUID(),
        new SchemeDraft(
            "s",
            enabled,
            AlarmPriority.LOW,
            new SchemeMatch(List.of(sources), List.of(type), NIGHT.id(), List.of(), null),
            new SchemeTiming(30, 600, 0, 0),
            new SchemeRecipients(List.of(), List.of()),
            null,
            List.of()),
        Instant.EPOCH,
        1);
  }

  private static EventPlace place(UUID channel, UUID device, String part) {
    return new EventPlace(
        channel, device, part, device == null ? List.of() : List.of(SITE), BERLIN);
  }

  @Test
  void aSchemeIsFoundByEverySourceThatCoversThePlaceAndOnlyOnce() {
    AlarmScheme both = scheme(true, "MOTION", AlarmSource.channel(CHANNEL), AlarmSource.site(SITE));
    AlarmScheme device = scheme(true, "MOTION", AlarmSource.device(DEVICE));
    AlarmScheme input = scheme(true, "INPUT", AlarmSource.input(DEVICE, "input-2"));
    AlarmScheme center = scheme(true, "VOLUME_FULL", AlarmSource.center());
    AlarmScheme off = scheme(false, "MOTION", AlarmSource.channel(CHANNEL));
    SchemeIndex index = new SchemeIndex(List.of(both, device, input, center, off), List.of(NIGHT));
    assertThat(index.of("MOTION", place(CHANNEL, DEVICE, "video")))
        .containsExactlyInAnyOrder(both, device);
    assertThat(index.of("INPUT", place(CHANNEL, DEVICE, "input-2"))).containsExactly(input);
    assertThat(index.of("INPUT", place(CHANNEL, DEVICE, "input-1"))).isEmpty();
    assertThat(index.of("VOLUME_FULL", place(null, null, "v1"))).containsExactly(center);
    assertThat(index.of("MOTION", place(null, null, null))).isEmpty();
    assertThat(index.scheme(off.id())).isEqualTo(off);
  }

  @Test
  void theTemplateFollowsTheClockOfTheSiteWhenItIsChanged() {
    AlarmScheme scheme = scheme(true, "MOTION", AlarmSource.channel(CHANNEL));
    SchemeIndex index = new SchemeIndex(List.of(scheme), List.of(NIGHT));
    EventPlace place = place(CHANNEL, DEVICE, null);
    // Clocks go from 02:00 to 03:00 on 29 March 2026: the period is 03:30 summer time onwards,
    // empty.
    assertThat(index.active(scheme, place, Instant.parse("2026-03-22T01:45:00Z"))).isTrue();
    assertThat(index.active(scheme, place, Instant.parse("2026-03-29T00:45:00Z"))).isFalse();
    assertThat(index.active(scheme, place, Instant.parse("2026-03-29T01:45:00Z"))).isFalse();
    // Clocks go from 03:00 back to 02:00 on 25 October 2026: the period begins with the first
    // 02:30.
    assertThat(index.active(scheme, place, Instant.parse("2026-10-25T00:45:00Z"))).isTrue();
    assertThat(index.active(scheme, place, Instant.parse("2026-10-25T01:45:00Z"))).isTrue();
    assertThat(index.active(scheme, place, Instant.parse("2026-10-25T02:45:00Z"))).isFalse();
  }

  @Test
  void oneThousandSchemesCostOneLookUpForEachSource() {
    List<AlarmScheme> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(scheme(true, "MOTION", AlarmSource.channel(UUID.randomUUID())));
    }
    SchemeIndex index = new SchemeIndex(many, List.of(NIGHT));
    assertThat(index.of("MOTION", place(CHANNEL, DEVICE, null))).isEmpty();
    assertThat(place(CHANNEL, DEVICE, null).sources()).hasSize(3);
  }
}
