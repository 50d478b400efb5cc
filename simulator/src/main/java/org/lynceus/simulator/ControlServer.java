package org.lynceus.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.onvif.OnvifServer;
import org.lynceus.simulator.registration.RegisteringDevices;
import org.lynceus.simulator.registration.RegistrationControl;
import org.lynceus.simulator.rtsp.CameraAct;
import org.lynceus.simulator.rtsp.CameraStatus;
import org.lynceus.simulator.rtsp.Network;
import org.lynceus.simulator.rtsp.RtspServer;
import org.lynceus.simulator.rtsp.SentFrame;

/**
 * The control interface on 127.0.0.1: {@code GET /cameras}; {@code POST /cameras/{n}/offline},
 * {@code /online}, {@code /freeze}, {@code /flap}, {@code /network}, {@code /change}, {@code
 * /password}, {@code /quirks}, {@code /clock}, {@code /event} (what they need is the body; the last
 * three are of the camera's ONVIF side); {@code GET /cameras/{n}/frames?since=N} tells when each
 * frame left, {@code GET /cameras/{n}/ptz} where it looks, {@code /relays} and {@code /lens} the
 * state of its outputs and of its lens, {@code /encoders} and {@code /overlays} how it was set,
 * {@code /heard} what was spoken to it, {@code GET /cameras/{n}/pull-points} how many clients wait
 * for its events.
 */
final class ControlServer implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile(
          "/cameras/(\\d{1,4})/"
              + "(offline|online|freeze|password|frames|flap|network|change|quirks|clock|ptz|relays|lens|encoders|overlays|heard|event|pull-points)");
  private static final Set<String> READ =
      Set.of("frames", "ptz", "relays", "lens", "encoders", "overlays", "heard", "pull-points");
  private static final int MAXIMUM_BODY = 200;

  private final HttpServer server;
  private final RtspServer cameras;
  private final OnvifServer onvif;
  private final String user;

  ControlServer(int port, RtspServer cameras, OnvifServer onvif, String user) throws IOException {
    this.cameras = cameras;
    this.onvif = onvif;
    this.user = user;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 16);
    server.createContext("/cameras", this::handle);
  }

  /** Steers the devices that dial in at a center, too. */
  void steer(RegisteringDevices devices) {
    server.createContext("/registering", new RegistrationControl(devices));
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        route(exchange);
      } catch (IllegalArgumentException e) {
        answer(exchange, 400, "{\"error\":\"bad request\"}");
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    boolean get = exchange.getRequestMethod().equals("GET");
    if (get && exchange.getRequestURI().getPath().equals("/cameras")) {
      answer(exchange, 200, cameras(cameras.status()));
    } else if (!path.matches() || get != READ.contains(path.group(2))) {
      answer(exchange, 404, "{\"error\":\"not found\"}");
    } else {
      int camera = Integer.parseInt(path.group(1));
      String answer = get ? read(camera, path.group(2), exchange) : null;
      if (answer == null && (get || !act(camera, path.group(2), exchange))) {
        answer(exchange, 404, "{\"error\":\"no such camera\"}");
      } else {
        answer(exchange, 200, answer == null ? "{}" : answer);
      }
    }
  }

  private @Nullable String read(int camera, String word, HttpExchange exchange) {
    return switch (word) {
      case "ptz" -> onvif.position(camera);
      case "relays" -> onvif.relays(camera);
      case "lens" -> onvif.lens(camera);
      case "encoders" -> onvif.encoders(camera);
      case "overlays" -> onvif.overlays(camera);
      case "heard" -> cameras.heard(camera);
      case "pull-points" -> onvif.pullPoints(camera);
      default -> frames(cameras.framesSince(camera, since(exchange)));
    };
  }

  private boolean act(int camera, String word, HttpExchange exchange) throws IOException {
    return switch (word) {
      case "quirks" -> onvif.quirks(camera, body(exchange));
      case "event" -> onvif.fire(camera, body(exchange));
      case "clock" -> onvif.skew(camera, Long.parseLong(body(exchange).strip()));
      case "password" -> {
        String password = body(exchange);
        if (password.isEmpty()) {
          throw new IllegalArgumentException("the password is empty");
        }
        yield onvif.password(camera, password)
            && cameras.ask(camera, CameraAct.password(user, password));
      }
      default -> cameras.ask(camera, act(word, exchange));
    };
  }

  private CameraAct act(String word, HttpExchange exchange) throws IOException {
    return switch (word) {
      case "offline" -> CameraAct.offline();
      case "online" -> CameraAct.online();
      case "freeze" -> CameraAct.freeze();
      case "flap" -> flap(body(exchange));
      case "network" -> CameraAct.network(Network.parse(body(exchange)));
      default -> CameraAct.change(Clip.small());
    };
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readNBytes(MAXIMUM_BODY), StandardCharsets.UTF_8);
  }

  /** Seconds online and seconds offline, for example {@code 5 3}. */
  private static CameraAct flap(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length != 2) {
      throw new IllegalArgumentException("two numbers");
    }
    return CameraAct.flap(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  private static long since(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query != null && query.startsWith("since=") ? Long.parseLong(query.substring(6)) : -1;
  }

  private static String cameras(List<CameraStatus> all) {
    return all.stream()
        .map(
            camera ->
                "{\"number\":%d,\"path\":\"/camera/%d\",\"offline\":%b,\"frozen\":%b,\"viewers\":%d,\"audio\":%s}"
                    .formatted(
                        camera.number(),
                        camera.number(),
                        camera.offline(),
                        camera.frozen(),
                        camera.viewers(),
                        quoted(camera.audio())))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  private static String quoted(@Nullable String word) {
    return word == null ? "null" : "\"" + word + "\"";
  }

  private static String frames(List<SentFrame> frames) {
    return frames.stream()
        .map(
            frame ->
                "{\"frame\":%d,\"frameInClip\":%d,\"rtpTime\":%s,\"sentAt\":\"%s\"}"
                    .formatted(
                        frame.frame(),
                        frame.frameInClip(),
                        Integer.toUnsignedString(frame.rtpTime()),
                        frame.sentAt()))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
