package org.lynceus.protocols.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.media.MalformedException;

/** Messages as devices write them, whole, in pieces, and wrong. */
class HttpReaderTest {
  private static final String CONNECT =
      "POST /cgi-bin/api/autoRegist/connect HTTP/1.1\r\nHost: 10.0.0.1\r\nContent-Length: 32\r\n\r\n"
          + "{\"DevClass\":\"X\",\"DeviceID\":\"a1\"}";
  private static final String ATTACHED =
      "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=myboundary\r\n\r\n";

  private static List<HttpMessage> read(HttpReader reader, String text, int piece)
      throws MalformedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<HttpMessage> read = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += piece) {
      reader.put(ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at)));
      HttpMessage next;
      while ((next = reader.next()) != null) {
        read.add(next);
      }
    }
    return read;
  }

  private static List<HttpMessage> answers(String text, int piece) throws MalformedException {
    HttpReader reader = new HttpReader();
    reader.swapRoles();
    return read(reader, text, piece);
  }

  private static String part(String length, String body) {
    return "--myboundary\r\nContent-Type: text/plain\r\n" + length + "\r\n" + body + "\r\n";
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096})
  void aConnectIsReadHoweverItArrives(int piece) throws Exception {
    List<HttpMessage> read = read(new HttpReader(), CONNECT, piece);
    assertThat(read).hasSize(1);
    assertThat(read.get(0).text()).contains("\"DeviceID\":\"a1\"");
    assertThat(read.get(0).header("host")).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4096})
  void answersByLengthAndChunkedFollowOneAnother(int piece) throws Exception {
    List<HttpMessage> read =
        answers(
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na=b\nHTTP/1.1 200 OK\r\nTransfer-Encoding:"
                + " chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: u\r\n\r\nHTTP/1.0 404 No\n\n",
            piece);
    assertThat(read).extracting(HttpMessage::text).containsExactly("a=b\n", "abcde", "");
    assertThat(read.get(2).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 4096})
  void anAnswerBetweenPartsIsFound(int piece) throws Exception {
    List<HttpMessage> read =
        answers(
            ATTACHED
                + part("Content-Length: 9\r\n", "Heartbeat")
                + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"
                + part("Content-Length: 9\r\n", "Heartbeat"),
            piece);
    assertThat(read)
        .extracting(HttpMessage::text)
        .containsExactly("", "Heartbeat", "OK", "Heartbeat");
    assertThat(read.get(0).beginsParts()).isTrue();
  }

  @Test
  void lengthsOfPartsAreBelievedOnlyUpToTheNextBoundary() throws Exception {
    List<HttpMessage> read =
        answers(
            ATTACHED
                + part("Content-Length: 40\r\n", "too long a length")
                + part("Content-Length: 3\r\n", "too short a length")
                + part("", "none at all")
                + part("Content-Length: 1\r\n", "z"),
            4096);
    assertThat(read)
        .extracting(HttpMessage::text)
        .containsExactly("", "too long a length", "too", "none at all", "z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "\u0016\u0003\u0001\u0002\n",
        "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nno header\r\n\r\n"
      })
  void whatIsNoHttpIsRefused(String text) {
    assertThatThrownBy(() -> read(new HttpReader(), text, 4096))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aHeadWithoutEndIsRefused() {
    String endless = "POST / HTTP/1.1\r\n" + "a: b\r\n".repeat(5000);
    assertThatThrownBy(() -> read(new HttpReader(), endless, 100))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> read(new HttpReader(), "P".repeat(20_000), 100))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aPartWithoutEndIsRefused() {
    String endless = ATTACHED + "--b\r\n\r\n" + "x".repeat((1 << 20) + 100);
    assertThatThrownBy(() -> answers(endless, 1 << 16)).isInstanceOf(MalformedException.class);
  }

  @Property(tries = 300)
  void nothingThatArrivesDoesAnythingElseThanBeReadOrRefused(
      @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 255) Integer> noise,
      @ForAll @IntRange(min = 1, max = 50) int piece) {
    StringBuilder text = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    noise.forEach(one -> text.append((char) one.intValue()));
    try {
      assertThat(answers(text.toString(), piece)).hasSizeLessThan(400);
    } catch (MalformedException e) {
      assertThat(e).hasMessageNotContaining("\u0000");
    }
  }
}
