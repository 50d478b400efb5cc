package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.shared.DomainException;

class DeviceDraftTest {
  @Test
  void takesAnAddressWithCredentialsBesideIt() {
    DeviceDraft draft =
        DeviceDraft.of(" Gate ", " rtsp://10.0.0.5/live?a=1 ", null, null, "admin", "s");
    assertThat(draft.name()).isEqualTo("Gate");
    assertThat(draft.url()).hasToString("rtsp://10.0.0.5/live?a=1");
    assertThat(draft.credentials()).isNotNull();
    assertThat(draft.toString()).doesNotContain("s]").doesNotContain("password=s");
  }

  @Test
  void anEmptyUserMeansNoCredentials() {
    assertThat(DeviceDraft.of("Gate", "rtsp://10.0.0.5/", "", "", "", "").credentials()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', rtsp://h/, u, p, /name",
    "Gate, ftp://h/, u, p, /url",
    "Gate, rtsp://u:p@h/, u, p, /url",
    "Gate, rtsp:///path, u, p, /url",
    "Gate, rtsp://h:0/path, u, p, /url",
    "Gate, no address at all, u, p, /url",
    "Gate, rtsp://h/, '', p, /username",
  })
  void namesTheFieldThatIsWrong(
      String name, String url, String user, String password, String pointer) {
    assertThatThrownBy(() -> DeviceDraft.of(name, url, null, null, user, password))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.fields().get(0).pointer()).isEqualTo(pointer));
  }

  @Test
  void aSubStreamLiesOnTheSameCamera() {
    assertThatThrownBy(
            () ->
                DeviceDraft.of("Gate", "rtsp://10.0.0.5/1", "rtsp://10.0.0.6/2", null, null, null))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("same camera");
  }

  @Test
  void aCertificateIsReadWithColonsAndRefusedWhenItIsNone() {
    String colons = "AB:".repeat(31) + "AB";
    assertThat(DeviceDraft.of("Gate", "rtsps://10.0.0.5/", null, colons, null, null).certificate())
        .hasToString("ab".repeat(32));
    assertThatThrownBy(() -> DeviceDraft.of("Gate", "rtsps://10.0.0.5/", null, "abc", null, null))
        .isInstanceOf(DomainException.class);
  }
}
