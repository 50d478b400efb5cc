package org.lynceus.media.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lynceus.media.MalformedException;

class JsonTest {
  private static Object read(String text) throws MalformedException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void textsAndNumbersComeBack(@ForAll String text, @ForAll long number) throws Exception {
    String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    Map<String, Object> value = Map.of(clean, List.of(clean, number, Map.of(), List.of(), true));
    assertThat(Json.read(Json.write(value))).isEqualTo(value);
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 60) byte[] bytes) {
    try {
      Json.read(bytes);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void strangeFormsAreRefused() throws Exception {
    assertThat(read(" { \"a\" : [ 1 , -2, null, false ] } "))
        .hasToString("{a=[1, -2, null, false]}");
    for (String text :
        List.of(
            "",
            "[]",
            "{",
            "{}x",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1.5}",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":99999999999999999999}",
            "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(MalformedException.class);
    }
  }
}
