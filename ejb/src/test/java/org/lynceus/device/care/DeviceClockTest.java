package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceClockTest {
  @Test
  void aClockIsWrongAboveFiveSecondsAndRightAgainBelowThree() {
    assertThat(DeviceClock.wrong(false, 5_000)).isFalse();
    assertThat(DeviceClock.wrong(false, -5_001)).isTrue();
    assertThat(DeviceClock.wrong(true, 4_000)).isTrue();
    assertThat(DeviceClock.wrong(true, -3_000)).isFalse();
  }
}
