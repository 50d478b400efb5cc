package org.lynceus.simulator.registration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Steers registering devices: {@code GET /registering/<id>} tells of all that dial with the id;
 * {@code POST /registering/<id>/dial} with {@code <port> <user> <password>} makes one (a second one
 * is a duplicate); {@code /event} takes {@code <code> <action> <index>}; {@code /silent}, {@code
 * /talk}, {@code /one-thing}, {@code /drop}, {@code /password}, {@code /clock} and {@code /remove}.
 */
public final class RegistrationControl implements HttpHandler {
  private static final Pattern PATH =
      Pattern.compile(
          "/registering/([A-Za-z0-9._-]{1,64})"
              + "(?:/(dial|event|silent|talk|one-thing|drop|password|clock|remove))?");
  private static final int MAXIMUM_BODY = 200;

  private final RegisteringDevices devices;

  public RegistrationControl(RegisteringDevices devices) {
    this.devices = devices;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!path.matches()) {
        answer(exchange, 404, "{\"error\":\"not found\"}");
      } else if (path.group(2) == null) {
        answer(exchange, 200, states(path.group(1)));
      } else {
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BODY);
        String[] words = new String(body, StandardCharsets.UTF_8).strip().split("\\s+");
        try {
          act(path.group(1), path.group(2), words);
          answer(exchange, 200, "{}");
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
          answer(exchange, 400, "{\"error\":\"bad request\"}");
        }
      }
    }
  }

  private void act(String id, String word, String[] words) {
    switch (word) {
      case "dial" ->
          devices.add(
              new DialSettings(
                  id,
                  new InetSocketAddress("127.0.0.1", Integer.parseInt(words[0])),
                  null,
                  words[1],
                  words[2],
                  Duration.ofMillis(500)));
      case "event" -> devices.fire(id, words[0], words[1], Integer.parseInt(words[2]));
      case "silent" -> devices.silence(id, true);
      case "talk" -> devices.silence(id, false);
      case "one-thing" -> devices.doOneThing(id, true);
      case "drop" -> devices.drop(id);
      case "password" -> devices.password(id, words[0]);
      case "clock" -> devices.skew(id, Duration.ofSeconds(Long.parseLong(words[0])));
      default -> devices.remove(id);
    }
  }

  private String states(String id) {
    return devices.states(id).stream()
        .map(
            one ->
                "{\"registered\":%b,\"dials\":%d,\"keepAlives\":%d,\"rejected\":%d,\"attached\":%b,\"ptz\":\"%s\"}"
                    .formatted(
                        one.registered(),
                        one.dials(),
                        one.keepAlives(),
                        one.rejected(),
                        one.attached(),
                        one.ptz().replaceAll("[^\\w=&-]", "")))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
