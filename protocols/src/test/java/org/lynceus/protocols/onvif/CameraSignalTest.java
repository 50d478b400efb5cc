package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CameraSignalTest {
  private static CameraSignal signal(
      String topic, String operation, Map<String, String> source, Map<String, String> data) {
    return CameraSignal.of(new OnvifEvent(topic, null, operation, source, data)).orElseThrow();
  }

  @Test
  void motionMeansTheSameWhateverTheTopicAndTheItemsName() {
    assertThat(
            signal(
                "RuleEngine/CellMotionDetector/Motion",
                "Changed",
                Map.of("VideoSourceConfigurationToken", "vsc0", "Rule", "MyMotion"),
                Map.of("IsMotion", "1")))
        .isEqualTo(new CameraSignal("MOTION", "vsc0", true));
    assertThat(
            signal("VideoSource/MotionAlarm", "", Map.of("Source", "0"), Map.of("State", "False")))
        .isEqualTo(new CameraSignal("MOTION", "0", false));
  }

  @Test
  void aRelayIsOnWhenItIsActive() {
    assertThat(
            signal(
                "Device/Trigger/Relay",
                "Initialized",
                Map.of("RelayToken", "r1"),
                Map.of("LogicalState", "inactive")))
        .isEqualTo(new CameraSignal("RELAY", "r1", false));
  }

  @Test
  void aCrossedLineHappensAtOnceAndHasNoState() {
    assertThat(
            signal(
                "RuleEngine/LineDetector/Crossed",
                "",
                Map.of("VideoSource", "s"),
                Map.of("ObjectId", "15")))
        .isEqualTo(new CameraSignal("LINE_CROSSED", "s", null));
  }

  @Test
  void aPropertyThatIsDeletedHasEnded() {
    assertThat(signal("VideoSource/SignalLoss", "Deleted", Map.of(), Map.of()).active()).isFalse();
  }

  @Test
  void aTopicThatIsNotInTheTableMeansNothing() {
    assertThat(
            CameraSignal.of(
                new OnvifEvent("Monitoring/ProcessorUsage", null, "", Map.of(), Map.of())))
        .isEmpty();
  }
}
