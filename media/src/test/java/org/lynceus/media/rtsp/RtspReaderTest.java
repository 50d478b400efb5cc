package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

class RtspReaderTest {
  private static final String ANSWER =
      "RTSP/1.0 200 OK\r\nCSeq: 2\r\nWWW-Authenticate: a\r\nwww-authenticate: b\r\n"
          + "Content-Length: 5\r\n\r\nhello";
  private static final byte[] PACKET = {'$', 3, 0, 4, 1, 2, 3, 4};

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] stream() {
    return ByteBuffer.allocate(1000)
        .put(ascii(ANSWER))
        .put(PACKET)
        .put(ascii("\r\nOPTIONS rtsp://h/ RTSP/1.0\nCSeq: 9\n\n"))
        .put(PACKET)
        .flip()
        .slice()
        .compact()
        .flip()
        .array();
  }

  private static int streamLength() {
    return ANSWER.length()
        + 2 * PACKET.length
        + "\r\nOPTIONS rtsp://h/ RTSP/1.0\nCSeq: 9\n\n".length();
  }

  @Example
  void findsMessagesAndPackets() throws Exception {
    RtspReader reader = new RtspReader();
    ByteBuffer in = ByteBuffer.wrap(stream(), 0, streamLength());
    assertThat(reader.next(in)).isEqualTo(RtspReader.Found.MESSAGE);
    assertThat(reader.message().status()).isEqualTo(200);
    assertThat(reader.message().bodyText()).isEqualTo("hello");
    assertThat(reader.message().all("WWW-Authenticate")).containsExactly("a", "b");
    assertThat(reader.next(in)).isEqualTo(RtspReader.Found.PACKET);
    assertThat(reader.channel()).isEqualTo(3);
    assertThat(in.get(reader.start())).isEqualTo((byte) 1);
    assertThat(reader.end() - reader.start()).isEqualTo(4);
    assertThat(reader.next(in)).isEqualTo(RtspReader.Found.MESSAGE);
    assertThat(reader.message().subject()).isEqualTo("OPTIONS");
    assertThat(reader.message().header("cseq")).isEqualTo("9");
    assertThat(reader.next(in)).isEqualTo(RtspReader.Found.PACKET);
    assertThat(reader.next(in)).isEqualTo(RtspReader.Found.NOTHING);
  }

  @Example
  void findsTheSameWhenBytesComeOneByOne() throws Exception {
    RtspReader reader = new RtspReader();
    ByteBuffer in = ByteBuffer.allocate(1000).limit(0);
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < streamLength(); i++) {
      in.compact().put(stream()[i]).flip();
      RtspReader.Found what = reader.next(in);
      if (what != RtspReader.Found.NOTHING) {
        found.append(what.name().charAt(0));
      }
    }
    assertThat(found.toString()).isEqualTo("MPMP");
  }

  private static FaultException failure(String text) {
    try {
      new RtspReader().next(ByteBuffer.wrap(ascii(text)));
    } catch (FaultException fault) {
      return fault;
    }
    throw new AssertionError("accepted");
  }

  @Example
  void tellsWhoAnswersInsteadOfACamera() {
    assertThat(failure("HTTP/1.1 400 Bad Request\r\n").fault().code())
        .isEqualTo(FaultCode.NOT_RTSP);
    assertThat(failure("HTTP/1.1 400").fault().text()).contains("web server");
    assertThat(failure("SSH-2.0-OpenSSH_9").fault().text()).contains("SSH");
    assertThat(failure("$\0\0").fault().code()).isEqualTo(FaultCode.NOT_RTSP);
    assertThat(failure("220 mail").fault().text()).contains("does not speak RTSP");
  }

  @Example
  void boundsHeadersAndBodies() {
    assertThat(failure("RTSP/1.0 200 OK\r\nContent-Length: 999999\r\n\r\n").fault().code())
        .isEqualTo(FaultCode.MALFORMED);
    assertThat(failure("RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n").fault().code())
        .isEqualTo(FaultCode.MALFORMED);
    assertThat(failure("RTSP/1.0 200 OK\r\n" + "A: b\r\n".repeat(4000)).fault().text())
        .contains("16 KiB");
    assertThat(failure("RTSP/1.0 abc\r\n\r\n").fault().code()).isEqualTo(FaultCode.MALFORMED);
    assertThatThrownBy(() -> new RtspReader().message()).isInstanceOf(IllegalStateException.class);
  }

  @Property(tries = 300)
  void anyBytesEndInAMessageAPacketOrAFault(@ForAll @Size(max = 600) byte[] noise)
      throws Exception {
    drain(noise);
  }

  @Property(tries = 300)
  void changedBytesEndInAMessageAPacketOrAFault(
      @ForAll @Size(min = 1, max = 8) int[] places, @ForAll byte value) throws Exception {
    byte[] changed = java.util.Arrays.copyOf(stream(), streamLength());
    for (int place : places) {
      changed[Math.floorMod(place, changed.length)] = value;
    }
    drain(changed);
  }

  private static void drain(byte[] bytes) {
    RtspReader reader = new RtspReader();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int before = -1;
      while (reader.next(in) != RtspReader.Found.NOTHING) {
        assertThat(in.position()).isGreaterThan(before);
        before = in.position();
      }
    } catch (FaultException refused) {
      assertThat(refused.fault().text()).isNotBlank();
    }
  }
}
