package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.sdp.SessionDescription;

/**
 * Whatever stands in a header, it is understood, ignored, or ends in a fault; nothing else can
 * happen.
 */
class HeaderFuzzTest {
  private interface Reading {
    void read() throws FaultException;
  }

  private static void refusing(Reading reading) {
    try {
      reading.read();
    } catch (FaultException refused) {
      assertThat(refused.fault().text()).isNotBlank();
    }
  }

  private static void readAll(String noise) {
    refusing(
        () -> {
          SessionHeader session = new SessionHeader();
          session.take(noise);
          assertThat(session.timeoutSeconds()).isGreaterThanOrEqualTo(2);
        });
    refusing(() -> assertThat(TransportHeader.channel(noise, 4)).isBetween(0, 254));
    assertThat(RtpInfo.parse(noise).time(0))
        .satisfiesAnyOf(
            time -> assertThat(time).isNull(), time -> assertThat(time).isNotNegative());
    refusing(
        () -> {
          Authenticator authenticator =
              new Authenticator(new Credentials("u", "secret"), false, new Random(1));
          authenticator.challenged(List.of(noise, "Digest " + noise));
          assertThat(authenticator.header("PLAY", "rtsp://h/"))
              .startsWith("Digest ")
              .doesNotContain("secret");
        });
  }

  @Property(tries = 500)
  void anyHeaderIsReadOrRefused(@ForAll @StringLength(max = 120) String noise) {
    readAll(noise);
  }

  @Property(tries = 500)
  void headersOfTheUsualCharactersAreReadOrRefused(
      @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '@') String noise) {
    readAll(noise);
    readAll("nonce=\"" + noise + "\", realm=" + noise);
    readAll("interleaved=" + noise);
    readAll("rtptime=" + noise + ";timeout=" + noise);
  }

  @Example
  void separatorsAloneAndVeryLongValuesAreReadOrRefused() throws Exception {
    for (String text : List.of("", ";", ";;", ",", "=", "\"", "\\", "/")) {
      readAll(text);
    }
    readAll("nonce=\"" + "\\a".repeat(7000) + "\"");
    readAll("nonce=\"" + "a".repeat(16_000));
    readAll("nonce=" + "\"".repeat(16_000));
    refusingDescription("v=0\nm=video 0 RTP/AVP 96\na=rtpmap:96 /\na=fmtp:96 ;\n");
    refusingDescription("v=0\nm=video 0 RTP/AVP 96\na=rtpmap:96 ///\na=control:\n");
  }

  private static void refusingDescription(String text) throws FaultException {
    try {
      SessionDescription session = SessionDescription.parse(text);
      refusing(() -> Presentation.choose("", "rtsp://h/", session));
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
