package org.lynceus.simulator.rtsp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The RTSP dialogue (RFC 2326) of one connection: who may do what, which tracks are set up, whether
 * media flows. Each answer is a whole response; null means that the connection breaks, as it does
 * when the camera is offline.
 */
final class RtspSession {
  static final int TIMEOUT_SECONDS = 60;
  private static final Pattern PATH =
      Pattern.compile("rtsps?://[^/]+/camera/(\\d{1,4})(/sub)?(?:/track([123]))?/?(?:\\?.*)?");

  /** The usual path of the vendor whose devices register themselves; channel n is camera n. */
  private static final Pattern MONITOR =
      Pattern.compile(
          "(rtsps?://[^/]+)/cam/realmonitor\\?channel=(\\d{1,4})&subtype=([01])(/track[123])?/?");

  private static final String BACKCHANNEL = "www.onvif.org/ver20/backchannel";
  private static final Pattern REDIRECT = Pattern.compile("(rtsps?://[^/]+)/redirect/(\\d{1,4})/?");
  private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d{1,5})");
  private static final Pattern INTERLEAVED = Pattern.compile("interleaved=(\\d{1,3})-(\\d{1,3})");

  /** Finds a camera's main or sub stream. */
  interface Site {
    /** The stream, null when there is none. */
    @Nullable Camera find(int number, boolean sub);

    /** The UDP port from which all cameras send. */
    int udpPort();
  }

  private final Site site;
  private final DigestGuard guard;
  private final String id;
  private @Nullable Camera starting;
  private @Nullable Heard hearing;
  private int speech = -1;

  RtspSession(Site site, DigestGuard guard, RandomGenerator random) {
    this.site = site;
    this.guard = guard;
    this.id = Long.toHexString(random.nextLong() | 1L << 62);
  }

  @Nullable String answer(RtspConnection connection, RtspRequest request) {
    if (request.method().equals("OPTIONS")) {
      return response(
          request,
          "200 OK",
          List.of("Public: OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER"),
          "");
    }
    Matcher redirect = REDIRECT.matcher(request.uri());
    if (redirect.matches()) {
      String to = redirect.group(1) + "/camera/" + redirect.group(2);
      return response(request, "302 Found", List.of("Location: " + to), "");
    }
    Matcher path = PATH.matcher(plain(request.uri()));
    Camera camera =
        path.matches() ? site.find(Integer.parseInt(path.group(1)), path.group(2) != null) : null;
    if (camera == null) {
      return response(request, "404 Not Found", List.of(), "");
    }
    if (camera.offline) {
      return null;
    }
    Camera.Login login = camera.login;
    if (login != null) {
      DigestGuard.Verdict verdict =
          guard.judge(
              request.method(),
              request.uri(),
              request.header("authorization"),
              login.user(),
              login.password());
      if (verdict != DigestGuard.Verdict.WELCOME) {
        return unauthorized(request, verdict == DigestGuard.Verdict.STALE);
      }
    }
    boolean talk = !request.header("require").isEmpty();
    if (talk && (camera.heard == null || !request.header("require").equals(BACKCHANNEL))) {
      return response(
          request,
          "551 Option not supported",
          List.of("Unsupported: " + request.header("require")),
          "");
    }
    return switch (request.method()) {
      case "DESCRIBE" -> describe(request, camera);
      case "SETUP" -> setup(connection, request, camera, path.group(3));
      case "PLAY" -> play(connection, request, camera);
      case "PAUSE" -> pause(connection, request, camera);
      case "TEARDOWN" -> teardown(connection, request, camera);
      case "GET_PARAMETER" -> response(request, "200 OK", List.of(sessionHeader()), "");
      default -> response(request, "501 Not Implemented", List.of(), "");
    };
  }

  private static String plain(String uri) {
    Matcher monitor = MONITOR.matcher(uri);
    return monitor.matches()
        ? monitor.group(1)
            + "/camera/"
            + monitor.group(2)
            + (monitor.group(3).equals("1") ? "/sub" : "")
            + Objects.requireNonNullElse(monitor.group(4), "")
        : uri;
  }

  /** After the answer is on its way: media may follow. */
  void answered(RtspConnection connection) {
    Camera camera = starting;
    if (camera != null) {
      starting = null;
      connection.play();
      camera.viewers.add(connection);
      camera.report(List.of(connection));
    }
  }

  void ended(RtspConnection connection) {
    endSpeech();
    if (connection.camera != null) {
      connection.camera.viewers.remove(connection);
    }
  }

  private String unauthorized(RtspRequest request, boolean stale) {
    List<String> headers =
        guard.challenges(stale).stream()
            .map(challenge -> "WWW-Authenticate: " + challenge)
            .toList();
    return response(request, "401 Unauthorized", headers, "");
  }

  private static String describe(RtspRequest request, Camera camera) {
    StringBuilder sdp =
        new StringBuilder(
            "v=0\r\no=- " + camera.number + " 1 IN IP4 127.0.0.1\r\ns=Camera " + camera.number);
    sdp.append("\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\na=range:npt=now-\r\n");
    int index = 1;
    for (TrackSender sender : camera.tracks) {
      sdp.append("m=")
          .append(sender.track.media())
          .append(" 0 RTP/AVP ")
          .append(sender.track.payloadType())
          .append("\r\n");
      sender.track.sdp().forEach(line -> sdp.append(line).append("\r\n"));
      sdp.append("a=control:track").append(index++).append("\r\n");
    }
    if (!request.header("require").isEmpty() && camera.heard != null) {
      sdp.append("m=audio 0 RTP/AVP ")
          .append(camera.heard.payloadType())
          .append("\r\na=rtpmap:")
          .append(camera.heard.payloadType() + " " + camera.heard.codec() + "/8000")
          .append("\r\na=sendonly\r\na=control:track3\r\n");
    }
    String base = request.uri().endsWith("/") ? request.uri() : request.uri() + "/";
    return response(
        request,
        "200 OK",
        List.of("Content-Base: " + base, "Content-Type: application/sdp"),
        sdp.toString());
  }

  private String setup(
      RtspConnection connection, RtspRequest request, Camera camera, @Nullable String track) {
    if ("3".equals(track)) {
      return setupSpeech(connection, request, camera);
    }
    int index = track == null ? 0 : Integer.parseInt(track) - 1;
    if (index >= camera.tracks.size()) {
      return response(request, "404 Not Found", List.of(), "");
    }
    if (connection.camera != null && connection.camera != camera) {
      return response(request, "459 Aggregate Operation Not Allowed", List.of(), "");
    }
    boolean tcp = request.header("transport").contains("RTP/AVP/TCP");
    if (tcp ? !camera.network.tcp() : !camera.network.udp()) {
      return response(request, "461 Unsupported Transport", List.of(), "");
    }
    TrackSender sender = camera.tracks.get(index);
    if (!tcp) {
      return setupUdp(connection, request, camera, sender);
    }
    Matcher wish = INTERLEAVED.matcher(request.header("transport"));
    int channel = wish.find() ? Integer.parseInt(wish.group(1)) : sender.channel;
    if (channel > 254 || connection.taken(sender, channel)) {
      channel = sender.channel;
    }
    connection.camera = camera;
    connection.map(sender, channel);
    String transport =
        "Transport: RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1);
    return response(request, "200 OK", List.of(transport, sessionHeader()), "");
  }

  /** The client is to speak inside the connection; one talker hears nothing of the others. */
  private String setupSpeech(RtspConnection connection, RtspRequest request, Camera camera) {
    Matcher wish = INTERLEAVED.matcher(request.header("transport"));
    if (camera.heard == null || request.header("require").isEmpty()) {
      return response(request, "404 Not Found", List.of(), "");
    }
    if (!wish.find()) {
      return response(request, "461 Unsupported Transport", List.of(), "");
    }
    connection.camera = camera;
    hearing = camera.heard;
    speech = Integer.parseInt(wish.group(1));
    camera.heard.begins();
    String transport = "Transport: RTP/AVP/TCP;unicast;interleaved=" + speech + "-" + (speech + 1);
    return response(request, "200 OK", List.of(transport, sessionHeader()), "");
  }

  /** A packet that the client sent inside the connection. */
  void heard(int channel, ByteBuffer packet) {
    if (hearing != null && channel == speech) {
      hearing.take(packet);
    }
  }

  private void endSpeech() {
    if (hearing != null) {
      hearing.ends();
      hearing = null;
    }
  }

  private String setupUdp(
      RtspConnection connection, RtspRequest request, Camera camera, TrackSender sender) {
    Matcher wish = CLIENT_PORT.matcher(request.header("transport"));
    int port = wish.find() ? Integer.parseInt(wish.group(1)) : 0;
    if (port < 1 || port > 65_534) {
      return response(request, "461 Unsupported Transport", List.of(), "");
    }
    connection.camera = camera;
    connection.mapToPort(sender, port);
    int from = site.udpPort();
    String transport =
        "Transport: RTP/AVP;unicast;client_port=%d-%d;server_port=%d-%d;source=127.0.0.1"
            .formatted(port, port + 1, from, from + 1);
    return response(request, "200 OK", List.of(transport, sessionHeader()), "");
  }

  private String play(RtspConnection connection, RtspRequest request, Camera camera) {
    if (connection.camera != camera || !connection.hasTracks() && hearing == null) {
      return response(request, "455 Method Not Valid in This State", List.of(), "");
    }
    if (!request.header("session").split(";")[0].strip().equals(id)) {
      return response(request, "454 Session Not Found", List.of(), "");
    }
    String base = request.uri().endsWith("/") ? request.uri() : request.uri() + "/";
    List<String> info = new ArrayList<>();
    for (TrackSender sender : camera.tracks) {
      info.add(
          "url="
              + base
              + "track"
              + (info.size() + 1)
              + ";seq="
              + sender.sequence()
              + ";rtptime="
              + Integer.toUnsignedString(sender.timestamp()));
    }
    starting = connection.hasTracks() ? camera : null;
    return response(
        request,
        "200 OK",
        List.of("Range: npt=now-", sessionHeader(), "RTP-Info: " + String.join(",", info)),
        "");
  }

  private String pause(RtspConnection connection, RtspRequest request, Camera camera) {
    camera.viewers.remove(connection);
    return response(request, "200 OK", List.of(sessionHeader()), "");
  }

  private String teardown(RtspConnection connection, RtspRequest request, Camera camera) {
    camera.viewers.remove(connection);
    endSpeech();
    connection.forgetTracks();
    connection.camera = null;
    return response(request, "200 OK", List.of(), "");
  }

  private String sessionHeader() {
    return "Session: " + id + ";timeout=" + TIMEOUT_SECONDS;
  }

  private static String response(
      RtspRequest request, String status, List<String> headers, String body) {
    StringBuilder text =
        new StringBuilder("RTSP/1.0 ")
            .append(status)
            .append("\r\nCSeq: ")
            .append(request.header("cseq"));
    text.append("\r\nServer: Lynceus simulator\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    if (!body.isEmpty()) {
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString();
  }
}
