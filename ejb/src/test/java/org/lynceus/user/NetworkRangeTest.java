package org.lynceus.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.2.3/16, 10.1.9.9, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.255, true",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::ffff:10.0.0.0/8, 10.200.0.1, true",
    "10.0.0.0/8, ::ffff:10.200.0.1, true",
    "fe80::/10, fe80::1%eth0, true",
  })
  void anAddressLiesInANetworkByItsFirstBits(String network, String address, boolean inside) {
    NetworkRange range = NetworkRange.of(network);
    assertThat(range).isNotNull();
    assertThat(range.contains(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "10.0.0",
        "10.0.0.256",
        "1",
        "localhost",
        "example.org/8",
        "2001:db8::/129",
        "::g",
        "10.0.0.0/",
        "10.0.0.0/a"
      })
  void whatIsNoNetworkIsRefused(String typed) {
    assertThat(NetworkRange.of(typed)).isNull();
  }

  @Test
  void aNetworkIsWrittenWithoutTheBitsThatDoNotCount() {
    assertThat(NetworkRange.of(" 10.1.2.3/16 ")).isEqualTo(new NetworkRange("10.1.0.0/16"));
    assertThat(NetworkRange.of("192.0.2.7")).isEqualTo(new NetworkRange("192.0.2.7/32"));
  }

  @Test
  void whatIsNoAddressLiesNowhere() {
    NetworkRange all = NetworkRange.of("0.0.0.0/0");
    assertThat(all).isNotNull();
    assertThat(all.contains(null)).isFalse();
    assertThat(all.contains("unknown")).isFalse();
  }
}
