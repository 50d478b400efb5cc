package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.shared.DomainException;

/** Addresses of devices that dial in. */
class RegistrationAddressTest {
  private static RegistrationAddress read(String text) {
    return RegistrationAddress.of(DeviceAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoreg:cam-1",
        "autoreg:Cam_1.a?streams=10.0.0.5:8554",
        "autoreg:cam-1?streams=none",
        "autoreg:cam-1?answer=none",
        "autoreg:cam-1?streams=host&answer=none"
      })
  void anAddressComesBackAsItWasGiven(String text) {
    assertThat(read(text).url()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoreg:",
        "autoreg:-a",
        "autoreg:a/b",
        "autoreg:a?b=c",
        "autoreg:a?streams=user:x@host",
        "autoreg:a?streams=host/path",
        "autoreg:a?streams=host:99999"
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DomainException.class);
  }

  @Test
  void streamsAreWhereItDialsFromUnlessItSaysElse() throws Exception {
    InetAddress from = InetAddress.getByName("203.0.113.7");
    assertThat(read("autoreg:a").stream(from, 2, true))
        .hasToString("rtsp://203.0.113.7/cam/realmonitor?channel=2&subtype=1");
    assertThat(read("autoreg:a?streams=10.0.0.5:8554").stream(from, 1, false))
        .hasToString("rtsp://10.0.0.5:8554/cam/realmonitor?channel=1&subtype=0");
    assertThat(read("autoreg:a?streams=none").stream(from, 1, false)).isNull();
    assertThat(read("autoreg:a").stream(InetAddress.getByName("2001:db8::1"), 1, false))
        .hasToString("rtsp://[2001:db8:0:0:0:0:0:1]/cam/realmonitor?channel=1&subtype=0");
  }

  @Test
  void aStoredPasswordGoesOnlyToTheSameId() {
    URI one = URI.create("autoreg:a");
    assertThat(DeviceAddress.sameParty(one, URI.create("autoreg:a?streams=none"))).isTrue();
    assertThat(DeviceAddress.sameParty(one, URI.create("autoreg:b"))).isFalse();
    assertThat(DeviceAddress.sameParty(one, URI.create("rtsp://a/"))).isFalse();
  }
}
