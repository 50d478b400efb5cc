package org.lynceus.protocols.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.media.MalformedException;

/** The little JSON that devices say. */
class FlatJsonTest {
  @Test
  void membersAreReadAndWhatIsInsideOthersIsPassedOver() throws Exception {
    assertThat(
            FlatJson.read(
                " {\"DevClass\" : \"NVR\", \"in\":{\"a\":[1,{\"b\":\"}\"}],\"c\":null},\"n\":-1.5e3,\n"
                    + "\"t\":true,\"u\":\"\\u0041\\n\"} "))
        .containsEntry("DevClass", "NVR")
        .containsEntry("n", "-1.5e3")
        .containsEntry("t", "true")
        .containsEntry("u", "A\n")
        .hasSize(4);
    assertThat(FlatJson.read("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":\"b\"",
        "{\"a\":1} x",
        "{\"a\":\"\\x\"}"
      })
  void whatIsNoObjectIsRefused(String text) {
    assertThatThrownBy(() -> FlatJson.read(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void depthAndNumberAreBounded() {
    assertThatThrownBy(() -> FlatJson.read("{\"a\":" + "[".repeat(5000)))
        .isInstanceOf(MalformedException.class);
    StringBuilder many = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 200; i++) {
      many.append(",\"a").append(i).append("\":1");
    }
    assertThatThrownBy(() -> FlatJson.read(many + "}")).isInstanceOf(MalformedException.class);
  }
}
