package org.lynceus.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting that says where to listen. */
class ListenAddressTest {
  @Test
  void anAddressAndAPortAreTaken() {
    assertThat(ListenAddress.parse("127.0.0.1:9500").required().getPort()).isEqualTo(9500);
    assertThat(ListenAddress.parse(" [::1]:9500 ").required().getAddress().isLoopbackAddress())
        .isTrue();
  }

  @Test
  void offIsAChoiceAndNotAFailure() {
    assertThat(ListenAddress.parse("off").reason().code()).isEqualTo("listener-off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9500", "127.0.0.1", "127.0.0.1:99999", "a b:1", ":1"})
  void anythingElseIsSaidToBeWrong(String text) {
    assertThat(ListenAddress.parse(text).socket()).isNull();
    assertThat(ListenAddress.parse(text).reason().code()).isEqualTo("listener-failed");
  }
}
