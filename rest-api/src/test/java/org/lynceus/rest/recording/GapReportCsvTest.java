package org.lynceus.rest.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.Gap;
import org.lynceus.recording.GapReport;
import org.lynceus.shared.Csv;
import org.lynceus.shared.Reason;

class GapReportCsvTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID ID = new UUID(1, 1);

  private static GapReport.OfChannel channel(String name, List<Gap> gaps) {
    return new GapReport.OfChannel(
        new StreamKey(ID, StreamKind.SUB), name, Duration.ofHours(24), Duration.ofHours(23), gaps);
  }

  @Test
  void aGapIsALineInTheZoneOfTheReportAndAChannelWithoutAnyIsOne() {
    Gap gap =
        new Gap(
            ID, StreamKind.SUB, NOON, NOON.plusSeconds(90), new Reason("no-data", "Silent, \"x\""));
    String csv =
        GapReportCsv.of(
            new GapReport(
                LocalDate.of(2026, 11, 22),
                ZoneId.of("Asia/Shanghai"),
                List.of(channel("Gate", List.of(gap)), channel("大门", List.of()))));
    assertThat(csv).startsWith("\ufeffchannel,stream,");
    assertThat(csv.lines().skip(1))
        .containsExactly(
            "Gate,SUB,86400,82800,2026-11-22T20:00+08:00,2026-11-22T20:01:30+08:00,90,no-data,"
                + "\"Silent, \"\"x\"\"\"",
            "大门,SUB,86400,82800,,,,,");
    assertThat(csv).endsWith("\r\n");
  }

  @Test
  void aNameThatIsAFormulaIsMadeAText() {
    assertThat(Csv.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(Csv.cell("@x,y")).isEqualTo("\"'@x,y\"");
    assertThat(Csv.cell("Gate 1-2")).isEqualTo("Gate 1-2");
  }
}
