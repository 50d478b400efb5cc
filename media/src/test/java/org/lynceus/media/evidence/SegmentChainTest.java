package org.lynceus.media.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;

class SegmentChainTest {
  private static final StreamKey KEY = new StreamKey(new UUID(3, 4), StreamKind.MAIN);
  private static final String BEGIN = SegmentChain.start(KEY, LocalDate.of(2026, 3, 1));

  private static SegmentChain.Link link(int number) {
    return new SegmentChain.Link(
        new UUID(7, number),
        KEY.channel(),
        KEY.kind(),
        Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * number),
        60_000_000,
        30_000_000 + number,
        String.format("%064x", number));
  }

  private static List<String> values(List<SegmentChain.Link> links) {
    List<String> values = new ArrayList<>();
    String value = BEGIN;
    for (SegmentChain.Link link : links) {
      value = SegmentChain.next(value, link);
      values.add(value);
    }
    return values;
  }

  /** Fixed for ever: stored chains must stay valid. */
  @Test
  void theFormNeverChanges() {
    assertThat(BEGIN).isEqualTo("2d27e5157bb02bb69fac990789772a1eeee1d07f5cb5846afb66f68f1dc939ed");
    assertThat(SegmentChain.next(BEGIN, link(1)))
        .isEqualTo("71761f0efbb4fe48456cab77dc4c69e29a894bf33958ad82c97c8cddb8994a9a");
  }

  @Property(tries = 100)
  void theFirstWrongLinkIsNamed(
      @ForAll @IntRange(min = 2, max = 20) int length,
      @ForAll @IntRange(min = 0, max = 19) int at,
      @ForAll @IntRange(min = 0, max = 3) int what) {
    int victim = at % (length - 1);
    List<SegmentChain.Link> links = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      links.add(link(i));
    }
    List<String> values = values(links);
    assertThat(SegmentChain.firstWrong(BEGIN, links, values)).isNull();
    switch (what) {
      case 0 -> links.set(victim, link(99));
      case 1 -> Collections.swap(links, victim, victim + 1);
      case 2 -> values.set(victim, values.get(victim + 1));
      default -> {
        links.remove(victim);
        values.remove(victim);
      }
    }
    assertThat(SegmentChain.firstWrong(BEGIN, links, values)).isEqualTo(links.get(victim));
  }

  @Test
  void everyStreamAndDayBeginsAnew() {
    assertThat(BEGIN)
        .isNotEqualTo(SegmentChain.start(KEY, LocalDate.of(2026, 3, 2)))
        .isNotEqualTo(
            SegmentChain.start(
                new StreamKey(KEY.channel(), StreamKind.SUB), LocalDate.of(2026, 3, 1)));
  }
}
