package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;

class WatchedDeviceTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Fault REFUSED = new Fault(FaultCode.REFUSED, "Nothing listens.");
  private static final Fault TIMEOUT = new Fault(FaultCode.TIMEOUT, "No answer in time.");
  private static final Fault REJECTED = new Fault(FaultCode.UNAUTHORIZED, "Rejected.");

  private final WatchedDevice device =
      new WatchedDevice(new DeviceState(DeviceState.Kind.CONNECTING, null, NOON));

  private void online() {
    device.opened();
    device.answered(NOON);
  }

  @Test
  void anOpenPortAloneIsNoDevice() {
    device.opened();
    assertThat(device.state().kind()).isEqualTo(DeviceState.Kind.CONNECTING);
    assertThat(device.answered(NOON.plusSeconds(1)))
        .isEqualTo(new DeviceState(DeviceState.Kind.ONLINE, null, NOON.plusSeconds(1)));
    assertThat(device.answered(NOON.plusSeconds(61))).as("no news").isNull();
    assertThat(device.state().since()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void aShutPortIsOfflineAtOnceWithItsReason() {
    online();
    DeviceState off = device.shut(REFUSED, NOON.plusSeconds(5));
    assertThat(off)
        .isEqualTo(new DeviceState(DeviceState.Kind.OFFLINE, REFUSED, NOON.plusSeconds(5)));
    assertThat(device.shut(REFUSED, NOON.plusSeconds(9))).isNull();
  }

  @Test
  void anAnswerThatComesAfterThePortWasShutDoesNotBringTheDeviceBack() {
    online();
    device.shut(REFUSED, NOON);
    assertThat(device.answered(NOON)).isNull();
    assertThat(device.state().kind()).isEqualTo(DeviceState.Kind.OFFLINE);
  }

  @Test
  void oneUnansweredQuestionIsAskedAgainSoonBeforeItCounts() {
    online();
    assertThat(device.failed(TIMEOUT, NOON)).isNull();
    assertThat(device.pause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(device.failed(TIMEOUT, NOON).fault()).isEqualTo(TIMEOUT);
  }

  @Test
  void aRejectedPasswordCountsAtOnceAndIsLeftAloneForHalfAnHour() {
    online();
    assertThat(device.failed(REJECTED, NOON).fault()).isEqualTo(REJECTED);
    assertThat(device.pause()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aRejectedPasswordStaysRejectedWhenTheDeviceRestartsUntilItIsAccepted() {
    online();
    device.failed(REJECTED, NOON);
    device.shut(REFUSED, NOON);
    device.opened();
    assertThat(device.rejected()).isTrue();
    device.answered(NOON);
    assertThat(device.rejected()).isFalse();
  }

  @Test
  void pausesGrowUpToFiveMinutesAndAnAnswerEndsThem() {
    device.opened();
    for (int i = 0; i < 40; i++) {
      device.failed(TIMEOUT, NOON);
      assertThat(device.pause()).isBetween(Duration.ofSeconds(2), Duration.ofMinutes(5));
    }
    assertThat(device.pause()).isEqualTo(Duration.ofMinutes(5));
    device.answered(NOON);
    assertThat(device.pause()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void anotherReasonIsNewsTheSameReasonInOtherWordsIsNot() {
    device.opened();
    device.failed(TIMEOUT, NOON);
    assertThat(device.failed(new Fault(FaultCode.TIMEOUT, "Still nothing."), NOON)).isNull();
    assertThat(device.failed(REJECTED, NOON)).isNotNull();
  }
}
