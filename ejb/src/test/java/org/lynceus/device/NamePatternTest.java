package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.DomainException;

class NamePatternTest {
  private static final DeviceRecord DEVICE =
      new DeviceRecord(
          new UUID(0, 1),
          "Gate $1",
          URI.create("http://10.0.0.7/onvif/device_service"),
          null,
          null,
          null,
          new DeviceIdentity("Maker", "M-1", null, null),
          new UUID(0, 2),
          null,
          1,
          List.of());

  @Test
  void wordsInBracesAreFilledIn() {
    assertThat(new NamePattern("Hall {n:2} {model}").name(DEVICE, 7)).isEqualTo("Hall 07 M-1");
    assertThat(new NamePattern("{name} ({host})").name(DEVICE, 1)).isEqualTo("Gate $1 (10.0.0.7)");
    assertThat(new NamePattern("{n}{x}").name(DEVICE, 12)).isEqualTo("12{x}");
  }

  @Test
  void aNameIsNeitherEmptyNorTooLong() {
    assertThat(new NamePattern("{serial}").name(DEVICE, 1)).isEqualTo("Gate $1");
    assertThat(new NamePattern("{name}".repeat(16)).name(DEVICE, 1)).hasSize(100);
    assertThatThrownBy(() -> new NamePattern(" ")).isInstanceOf(DomainException.class);
  }
}
