package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
  @Test
  void readsInstantsWithAnyOffset() {
    TimeRange range =
        TimeRange.parse("2026-11-22T20:00:00+08:00", "2026-11-22T12:00:01Z", Duration.ofHours(1));
    assertThat(range.from()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(range.to()).isEqualTo(Instant.parse("2026-11-22T12:00:01Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "now", "2026-11-22", "2026-11-22T12:00:00", "+999999999-01-01T00:00:00Z"})
  void refusesWhatIsNoInstantAndNamesTheParameter(String text) {
    assertThatThrownBy(() -> TimeRange.instant("from", text))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.fields().get(0).pointer()).isEqualTo("from"));
  }

  @Test
  void refusesARangeThatIsEmptyBackwardsOrTooLong() {
    String noon = "2026-11-22T12:00:00Z";
    for (String to : new String[] {noon, "2026-11-22T11:00:00Z", "2026-11-24T12:00:00Z"}) {
      assertThatThrownBy(() -> TimeRange.parse(noon, to, Duration.ofHours(24)))
          .isInstanceOf(DomainException.class);
    }
  }
}
