package org.lynceus.protocols.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.1.0/24, 254, 192.168.1.1",
    "192.168.1.77/24, 254, 192.168.1.1",
    "192.168.1.10-192.168.1.90, 81, 192.168.1.10",
    "192.168.1.10 - 90, 81, 192.168.1.10",
    "10.0.0.7, 1, 10.0.0.7",
    "10.0.0.6/31, 2, 10.0.0.6",
    "10.0.0.0/22, 1022, 10.0.0.1"
  })
  void aRangeIsWrittenAsNetworkAsBothEndsOrAsOneAddress(String text, int size, String first) {
    AddressRange range = AddressRange.parse(text);
    assertThat(range.size()).isEqualTo(size);
    assertThat(range.addresses()).hasSize(size);
    assertThat(range.addresses().get(0).getHostAddress()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0/16",
        "10.0.0.9-10.0.0.1",
        "10.0.0.300",
        "camera",
        "10.0.0.1/33",
        "-"
      })
  void whatIsNoRangeOrTooLargeIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[A-Z\"].{10,}");
  }

  @Test
  void aRangeIsAllowedWhenAllOfItLiesInAllowedNetworks() {
    List<Subnet> allowed = List.of(Subnet.parse("10.0.0.0/24"), Subnet.parse("10.0.1.0/24"));
    assertThat(AddressRange.parse("10.0.0.200-10.0.1.20").within(allowed)).isTrue();
    assertThat(AddressRange.parse("10.0.1.200-10.0.2.20").within(allowed)).isFalse();
    assertThat(AddressRange.parse("8.8.8.8").within(allowed)).isFalse();
  }
}
