package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.shared.DomainException;

class NetworkDraftTest {
  private static NetworkDraft address(@Nullable String address, @Nullable Integer prefix) {
    return new NetworkDraft(null, null, null, "eth0", false, address, prefix);
  }

  @Test
  void whatADeviceCanBeSetToPasses() {
    assertThatCode(() -> address("192.168.1.20", 24).checked()).doesNotThrowAnyException();
    assertThatCode(
            () ->
                new NetworkDraft(
                        "gate-1", "10.0.0.1", List.of("10.0.0.2"), "eth0", true, null, null)
                    .checked())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.0,24",
    "192.168.1.255,24",
    "192.168.1.20,31",
    "192.168.1.20,7",
    "256.1.1.1,24",
    "10.0.0,24",
    "224.0.0.5,24",
    "0.0.0.5,24",
    "01.2.3.4,24",
    "host,24",
    ",24"
  })
  void anAddressOfNoDeviceIsRefused(@Nullable String address, int prefix) {
    assertThatThrownBy(() -> address(address, prefix).checked())
        .isInstanceOf(DomainException.class);
  }

  @Test
  void namesAndServersAreBounded() {
    for (String name : List.of("", "-gate", "gate-", "ga te", "x".repeat(64), "gate.local")) {
      assertThatThrownBy(() -> new NetworkDraft(name, null, null, null, null, null, null).checked())
          .isInstanceOf(DomainException.class);
    }
    assertThatThrownBy(
            () -> new NetworkDraft(null, null, List.of("x"), null, null, null, null).checked())
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new NetworkDraft(null, null, null, null, true, null, null).checked())
        .isInstanceOf(DomainException.class);
  }
}
