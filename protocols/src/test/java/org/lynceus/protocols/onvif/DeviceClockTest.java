package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.xml.XmlReader;

class DeviceClockTest {
  @Test
  void aDeviceThatTellsLocalTimeAsUtcIsTriedWithoutTheWholeQuarters() {
    assertThat(DeviceClock.candidates(Duration.ofHours(8).plusSeconds(3)))
        .containsExactly(Duration.ofHours(8).plusSeconds(3), Duration.ofSeconds(3));
    assertThat(DeviceClock.candidates(Duration.ofMinutes(-330).minusSeconds(7)))
        .containsExactly(Duration.ofMinutes(-330).minusSeconds(7), Duration.ofSeconds(-7));
    assertThat(DeviceClock.candidates(Duration.ofMinutes(5)))
        .isEqualTo(List.of(Duration.ofMinutes(5)));
  }

  @Test
  void theTimeIsReadWhateverTheOrderAndNonsenseIsNoTime() throws Exception {
    String answer =
        "<r><SystemDateAndTime><UTCDateTime><Date><Day>22</Day><Year>2026</Year><Month>11</Month></Date>"
            + "<Time><Second>60</Second><Minute>5</Minute><Hour>14</Hour></Time></UTCDateTime></SystemDateAndTime></r>";
    assertThat(DeviceClock.time(XmlReader.read(answer.getBytes(StandardCharsets.UTF_8))))
        .contains(Instant.parse("2026-11-22T14:05:59Z"));
    assertThat(
            DeviceClock.time(
                XmlReader.read(answer.replace(">11<", ">13<").getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
    assertThat(DeviceClock.time(XmlReader.read("<r/>".getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }
}
