package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Credentials;

class UsernameTokenTest {
  /** The example of the ONVIF Application Programmer's Guide, 6.1.1.3. */
  @Test
  void theDigestIsThatOfTheProgrammersGuide() {
    byte[] nonce = Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg==");
    assertThat(UsernameToken.digest(nonce, "2010-09-16T07:50:45Z", "userpassword"))
        .isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
  }

  @Test
  void theHeaderCarriesNoPasswordAndEscapesTheUser() {
    String header =
        UsernameToken.header(
            new Credentials("a<b", "s3cret-pass"),
            Instant.parse("2026-11-22T10:00:00Z"),
            new byte[16]);
    assertThat(header).contains("a&lt;b", "2026-11-22T10:00:00Z").doesNotContain("s3cret-pass");
  }
}
