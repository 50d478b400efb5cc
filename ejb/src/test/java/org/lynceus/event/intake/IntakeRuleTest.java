package org.lynceus.event.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.lynceus.event.DeviceEvent;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;

/** What other systems may tell. */
class IntakeRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final UUID DEVICE = new UUID(1, 2);

  private static SentEvent from(String from, String type, Boolean active, Instant at) {
    return new SentEvent("1", type, null, null, from, "door 3", at, active, "Somebody rang.", null);
  }

  private static void refused(SentEvent event, String pointer) {
    assertThatThrownBy(() -> IntakeRule.check(event, NOW))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.fields()).first().hasFieldOrPropertyWithValue("pointer", pointer));
  }

  @Test
  void anEventOfAnotherSystemIsToldWithItsNameAndWords() {
    SentEvent event = from("Boiler house", "DOOR_FORCED", true, null);
    IntakeRule.check(event, NOW);
    UUID uid = UUID.randomUUID();
    assertThat(IntakeRule.fact(uid, event, null, NOW))
        .isEqualTo(
            new DeviceEvent(
                uid,
                null,
                null,
                "DOOR_FORCED",
                new Reason("told", "Somebody rang."),
                NOW,
                "external Boiler house: door 3",
                true));
  }

  @Test
  void whatIsMissingTooLongOrUnknownIsRefusedWithAPointer() {
    refused(new SentEvent(null, "MOTION", null, null, "a", null, null, null, null, null), "/id");
    refused(
        new SentEvent("x".repeat(201), "MOTION", null, null, "a", null, null, null, null, null),
        "/id");
    refused(from("a", "NO_SUCH_TYPE", null, null), "/type");
    refused(from("", "MOTION", null, null), "/from");
    refused(new SentEvent("1", "MOTION", null, null, null, null, null, null, null, null), "/from");
    refused(
        new SentEvent("1", "MOTION", DEVICE, DEVICE, null, null, null, null, null, null), "/from");
    refused(
        new SentEvent("1", "MOTION", null, null, "a", null, null, null, "x".repeat(501), null),
        "/text");
    refused(from("a", "DOOR_CARD", true, null), "/active");
  }

  private static SentEvent saying(Map<String, Object> attributes) {
    return new SentEvent("1", "MOTION", null, null, "a", null, null, null, null, attributes);
  }

  @Test
  void attributesAreTextsAndNumbersWithinBounds() {
    SentEvent event =
        saying(Map.of("plate", " B LY 17 ", "score", new BigDecimal("0.50"), "speed", 42L));
    IntakeRule.check(event, NOW);
    assertThat(IntakeRule.fact(UUID.randomUUID(), event, null, NOW).attributes().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("plate", "B LY 17", "score", "0.50", "speed", "42"));
    refused(saying(Map.of("x".repeat(41), "1")), "/attributes");
    refused(saying(Map.of("plate", "x".repeat(201))), "/attributes");
    refused(saying(Map.of("plate", "")), "/attributes");
    refused(saying(Map.of("plate", List.of("B"))), "/attributes");
    refused(saying(Map.of("far", new BigDecimal("1e999999999"))), "/attributes");
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 21; i++) {
      many.put("a" + i, i);
    }
    refused(saying(many), "/attributes");
  }

  @Test
  void nobodySpeaksForTheCenter() {
    refused(from("a", "VOLUME_FULL", null, null), "/type");
    refused(
        new SentEvent("1", "DEVICE_OFFLINE", null, DEVICE, null, null, null, null, null, null),
        "/type");
    assertThatCode(() -> IntakeRule.check(from("a", "DEVICE_OFFLINE", null, null), NOW))
        .doesNotThrowAnyException();
    assertThatCode(() -> IntakeRule.check(from("a", "CUSTOM", true, null), NOW))
        .doesNotThrowAnyException();
  }

  @Property
  void timesAreBelievedUpToAMinuteAheadAndSevenDaysBack(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long seconds) {
    SentEvent event = from("a", "MOTION", null, NOW.plusSeconds(seconds));
    if (seconds > 60 || seconds < -Duration.ofDays(7).toSeconds()) {
      refused(event, "/occurredAt");
    } else {
      IntakeRule.check(event, NOW);
    }
  }
}
