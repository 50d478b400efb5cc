package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OnvifAddressTest {
  private final OnvifAddress address = new OnvifAddress(URI.create("http://cam.example:8080"));

  @Test
  void theUsualPathIsAddedToABareHost() {
    assertThat(address.service()).hasToString("http://cam.example:8080/onvif/device_service");
    assertThat(new OnvifAddress(URI.create("https://h/own")).service())
        .hasToString("https://h/own");
  }

  @Test
  void whatADeviceBehindAddressTranslationTellsIsReachedAtItsOwnersAddress() {
    assertThat(address.service("http://192.168.1.108:80/onvif/media?x=1"))
        .hasToString("http://cam.example:8080/onvif/media?x=1");
    assertThat(address.stream("rtsp://192.168.1.108:8554/a?b=c"))
        .hasToString("rtsp://cam.example:8554/a?b=c");
    assertThat(address.stream("rtsp://[fe80::1]/a")).hasToString("rtsp://cam.example/a");
  }

  @Test
  void anEmptyHostAndABarePathAreReached() {
    assertThat(address.service("http:///onvif/media"))
        .hasToString("http://cam.example:8080/onvif/media");
    assertThat(address.service("/onvif/media")).hasToString("http://cam.example:8080/onvif/media");
  }

  @Test
  void credentialsThatADeviceWritesIntoAStreamsAddressAreDropped() {
    assertThat(address.stream("rtsp://admin:secret@192.168.1.108:554/a"))
        .hasToString("rtsp://cam.example:554/a");
  }

  @Test
  void otherSchemesCredentialsAndNonsenseAreRefused() {
    for (String text : new String[] {"ftp://h/", "rtsp://h/", "http:///x", "http://u:p@h/", "x"}) {
      assertThatThrownBy(() -> new OnvifAddress(URI.create(text)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> address.stream("nowhere"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> address.service("http://h/a b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
