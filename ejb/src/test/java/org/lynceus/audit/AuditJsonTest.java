package org.lynceus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditJsonTest {
  private record Camera(String name, URI url, String password, List<Integer> ports, Long size) {}

  @Test
  void aRecordIsWrittenByItsComponentsAndNothingIsLeftOut() {
    assertThat(AuditJson.of(new Camera("Gate", URI.create("rtsp://h/1"), "x", List.of(1, 2), null)))
        .isEqualTo(
            "{\"name\":\"Gate\",\"url\":\"rtsp://h/1\",\"password\":\"***\",\"ports\":[1,2]}");
  }

  @Test
  void credentialsInAddressesAndParametersAreMasked() {
    assertThat(
            AuditJson.of(
                Map.of("url", "rtsp://root:geheim@camera/1?password=geheim&user=a&token=geheim")))
        .doesNotContain("geheim")
        .contains("rtsp://***@camera/1", "user=a");
  }

  @Test
  void whatIsNamedLikeASecretIsMaskedHoweverDeepItLies() {
    assertThat(
            AuditJson.of(
                Map.of(
                    "a",
                    List.of(Map.of("accessToken", "s3")),
                    "clientSecret",
                    "s3",
                    "bytes",
                    "s3".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .doesNotContain("s3");
  }

  @Test
  void longListsAreShortenedAndSayByHowMany() {
    assertThat(AuditJson.of(Collections.nCopies(250, 1))).contains("and 50 more");
  }
}
