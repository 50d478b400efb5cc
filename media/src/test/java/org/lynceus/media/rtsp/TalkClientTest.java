package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

class TalkClientTest {
  private static final String VIDEO = "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n";
  private final TalkClient client =
      new TalkClient(URI.create("rtsp://h/live"), new Credentials("u", "p"), new Random(1));

  private String sent() {
    ByteBuffer out = client.output();
    return out == null
        ? ""
        : new String(out.array(), out.position(), out.remaining(), StandardCharsets.ISO_8859_1);
  }

  private void told(String head, String body) throws FaultException {
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    client.receive(
        ByteBuffer.wrap(
            ("RTSP/1.0 " + head + "\r\n" + length + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8)));
  }

  private void described(String media) throws FaultException {
    told("200 OK\r\nCSeq: 1", "v=0\r\n" + VIDEO + media);
  }

  @Test
  void theBackchannelIsDemandedWithEachRequestAndOnlyItIsSetUp() throws Exception {
    client.start();
    assertThat(sent())
        .startsWith("DESCRIBE rtsp://h/live RTSP/1.0")
        .contains("Require: www.onvif.org/ver20/backchannel\r\n");
    told("401 Unauthorized\r\nCSeq: 1\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"", "");
    assertThat(sent()).startsWith("DESCRIBE").contains("Authorization: Digest").contains("Require");
    described(
        "m=audio 0 RTP/AVP 8\r\na=recvonly\r\na=control:a1\r\n"
            + "m=audio 0 RTP/AVP 97 0\r\na=rtpmap:97 MPEG4-GENERIC/16000\r\na=sendonly\r\na=control:back\r\n");
    assertThat(sent())
        .startsWith("SETUP rtsp://h/live/back RTSP/1.0")
        .contains("RTP/AVP/TCP;unicast;interleaved=0-1")
        .contains("Require");
    told(
        "200 OK\r\nCSeq: 3\r\nSession: s1;timeout=20\r\nTransport: RTP/AVP/TCP;interleaved=4-5",
        "");
    assertThat(sent()).startsWith("PLAY rtsp://h/live").contains("Session: s1").contains("Require");
    assertThat(client.open()).isFalse();
    told("200 OK\r\nCSeq: 4\r\nSession: s1", "");
    assertThat(client.open()).isTrue();
    assertThat(client.codec()).isEqualTo(TalkCodec.PCMU);
    assertThat(client.keepAliveSeconds()).isEqualTo(10);

    client.say(new short[160]);
    byte[] one = sent().getBytes(StandardCharsets.ISO_8859_1);
    client.say(new short[160]);
    byte[] two = sent().getBytes(StandardCharsets.ISO_8859_1);
    assertThat(one).hasSize(4 + 12 + 160).startsWith('$', 4, 0, 172, 0x80, 0x80);
    assertThat(two).startsWith('$', 4, 0, 172, 0x80, 0);
    ByteBuffer first = ByteBuffer.wrap(one);
    ByteBuffer second = ByteBuffer.wrap(two);
    assertThat((short) (second.getShort(6) - first.getShort(6))).isEqualTo((short) 1);
    assertThat(second.getInt(8) - first.getInt(8)).isEqualTo(160);
    assertThat(second.getInt(12)).isEqualTo(first.getInt(12));
    client.teardown();
    assertThat(sent()).startsWith("TEARDOWN");
  }

  @Test
  void aCameraThatLeavesTheChoiceIsSpokenToInALaw() throws Exception {
    client.start();
    described("m=audio 0 RTP/AVP 0 8\r\na=sendonly\r\n");
    assertThat(client.codec()).isEqualTo(TalkCodec.PCMA);
  }

  @Test
  void aCameraWithoutABackchannelIsSaidSo() {
    client.start();
    assertThatThrownBy(() -> told("551 Option not supported\r\nCSeq: 1", ""))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(FaultCode.NO_TALK));
    assertThatThrownBy(() -> described("m=audio 0 RTP/AVP 8\r\na=recvonly\r\n"))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(FaultCode.NO_TALK));
  }

  @Test
  void aRejectedPasswordIsNotSentTwice() throws Exception {
    client.start();
    String challenge =
        "401 Unauthorized\r\nCSeq: 1\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"";
    told(challenge, "");
    assertThatThrownBy(() -> told(challenge, ""))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault().code()).isEqualTo(FaultCode.UNAUTHORIZED));
  }
}
