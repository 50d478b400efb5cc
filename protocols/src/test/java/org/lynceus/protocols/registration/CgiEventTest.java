package org.lynceus.protocols.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.protocols.onvif.CameraSignal;

/** Events of the vendor's interface become the signals that ONVIF events become. */
class CgiEventTest {
  @ParameterizedTest
  @CsvSource({
    "Code=VideoMotion;action=Start;index=0, MOTION, channel-1, true",
    "Code=VideoMotion;action=Stop;index=3, MOTION, channel-4, false",
    "Code=CrossLineDetection;action=Pulse;index=1, LINE_CROSSED, channel-2,",
    "Code=AlarmLocal;action=Start;index=1, INPUT, input-2, true",
    "Code=AlarmOutput;action=Start;index=0, RELAY, output-1, true",
    "Code=StorageFailure;action=Start, STORAGE_FAILURE, StorageFailure, true",
    "Code=VideoBlind; action=Start; index=0;data={\"a\":1}, TAMPER, channel-1, true"
  })
  void anEventIsASignal(String text, String code, String source, Boolean active) {
    assertThat(CgiEvent.of(text).flatMap(CgiEvent::signal))
        .contains(new CameraSignal(code, source, active));
  }

  @Test
  void heartbeatsNonsenseAndUnknownCodesAreNone() {
    assertThat(CgiEvent.of("Heartbeat")).isEmpty();
    assertThat(CgiEvent.of("Code=;action=Start")).isEmpty();
    assertThat(
            CgiEvent.of("Code=VideoMotion;action=Start;index=99999999999")
                .flatMap(CgiEvent::signal))
        .isPresent();
    assertThat(CgiEvent.of("Code=NewFile;action=Pulse;index=0").flatMap(CgiEvent::signal))
        .isEmpty();
  }
}
