package org.lynceus.simulator.rtsp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blocking RTSP client for tests: one request, one answer; interleaved packets are read one by
 * one.
 */
final class RtspClient implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;
  private final String base;
  private int sequence;
  private String challenge = "";

  RtspClient(int port, int camera) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(5000);
    in = new DataInputStream(socket.getInputStream());
    base = "rtsp://127.0.0.1:" + port + "/camera/" + camera;
  }

  record Answer(int status, Map<String, String> headers, String text, String body) {}

  record Packet(int channel, byte[] bytes) {
    int sequence() {
      return (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    long timestamp() {
      return Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(bytes).getInt(4));
    }
  }

  Answer ask(String method, String track, String... headers) throws IOException {
    StringBuilder request =
        new StringBuilder(
            method + " " + base + track + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket
        .getOutputStream()
        .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  /**
   * With digest credentials for the newest challenge; asks for a challenge first when there is
   * none.
   */
  Answer login(String algorithm, String password, String method, String track, String... headers)
      throws Exception {
    if (challenge.isEmpty()) {
      challenge(ask(method, track, headers), algorithm);
    }
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] =
        "Authorization: " + authorization(algorithm, password, method, base + track);
    return ask(method, track, all);
  }

  void challenge(Answer answer, String algorithm) {
    Matcher matcher =
        Pattern.compile("WWW-Authenticate: (Digest [^\r]*algorithm=" + algorithm + ",[^\r]*)")
            .matcher(answer.text());
    if (!matcher.find()) {
      throw new IllegalStateException("no challenge for " + algorithm + " in " + answer.text());
    }
    challenge = matcher.group(1);
  }

  private String authorization(String algorithm, String password, String method, String uri)
      throws Exception {
    Matcher matcher = Pattern.compile("nonce=\"([^\"]*)\"").matcher(challenge);
    if (!matcher.find()) {
      throw new IllegalStateException("no nonce in " + challenge);
    }
    String nonce = matcher.group(1);
    String secret = hash(algorithm, "camera:" + DigestGuard.REALM + ":" + password);
    String response =
        hash(
            algorithm,
            secret + ":" + nonce + ":00000001:abc:auth:" + hash(algorithm, method + ":" + uri));
    return ("Digest username=\"camera\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s, qop=auth, nc=00000001,"
            + " cnonce=\"abc\", response=\"%s\"")
        .formatted(DigestGuard.REALM, nonce, uri, algorithm, response);
  }

  private static String hash(String algorithm, String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The next interleaved packet. */
  Packet packet() throws IOException {
    if (in.readUnsignedByte() != '$') {
      throw new IOException("not an interleaved packet");
    }
    int channel = in.readUnsignedByte();
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return new Packet(channel, bytes);
  }

  private Answer answer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = in.readUnsignedByte();
      if (head.length() == 0 && next == '$') {
        in.readUnsignedByte();
        in.skipNBytes(in.readUnsignedShort());
        continue;
      }
      head.append((char) next);
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : head.toString().split("\r\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
      }
    }
    byte[] body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    in.readFully(body);
    int status = Integer.parseInt(head.substring(9, 12));
    return new Answer(status, headers, head.toString(), new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
