package org.lynceus.protocols.onvif;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.media.Credentials;
import org.lynceus.media.rtsp.CameraTrust;

/**
 * A device of the tests: answers fixed texts by operation, checks tokens on its own clock within
 * five seconds, and counts how often a password was presented.
 */
final class ScriptedDevice implements AutoCloseable {
  static final String USER = "admin";
  static final String PASSWORD = "right-Passw0rd";
  private static final Pattern OPERATION = Pattern.compile("action=\"[^\"]*/([A-Za-z]+)\"");

  final Map<String, String> answers = new ConcurrentHashMap<>();
  final Map<String, String> bodies = new ConcurrentHashMap<>();
  final Map<String, String> paths = new ConcurrentHashMap<>();
  final List<String> presented = new ArrayList<>();
  Instant reported = Instant.parse("2026-11-22T10:00:00Z");
  Instant checked = reported;
  boolean digest;
  boolean open;

  /** Runs before a token is looked at. */
  Runnable slowToken = () -> {};

  private final HttpServer server;

  ScriptedDevice() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A service as GetServices tells it. */
  static String service(String namespace, String address) {
    return "<Service><Namespace>%s</Namespace><XAddr>%s</XAddr></Service>"
        .formatted(namespace, address);
  }

  /** The center's side of it, signed in with the right password. */
  OnvifDevice connected() throws OnvifException {
    return OnvifDevice.connect(
        new OnvifClient(
            new OnvifAddress(address()),
            new Credentials(USER, PASSWORD),
            new CameraTrust(null),
            Clock.fixed(reported, ZoneOffset.UTC),
            new Random(1),
            Duration.ofSeconds(20)));
  }

  /** The same with these services. */
  OnvifDevice connectedTo(String... namespaces) throws OnvifException {
    StringBuilder services = new StringBuilder("<R>");
    for (String namespace : namespaces) {
      services.append(
          service(namespace, namespace.equals(Namespaces.MEDIA2) ? "/media2" : "/media"));
    }
    answers.put("GetServices", services + "</R>");
    return connected();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher action = OPERATION.matcher(exchange.getRequestHeaders().getFirst("Content-Type"));
      String operation = action.find() ? action.group(1) : "";
      bodies.put(operation, body);
      paths.put(operation, exchange.getRequestURI().toString());
      if (operation.equals("GetSystemDateAndTime")) {
        answer(exchange, 200, answers.getOrDefault(operation, time()));
      } else if (open && operation.equals("GetServices")) {
        answer(exchange, 200, answers.getOrDefault(operation, "<Unknown/>"));
      } else if (!authorized(exchange, body)) {
        refuse(exchange);
      } else {
        answer(exchange, 200, answers.getOrDefault(operation, "<Unknown/>"));
      }
    }
  }

  private boolean authorized(HttpExchange exchange, String body) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header != null) {
      presented.add("digest");
      return digest
          && header.contains("username=\"" + USER + "\"")
          && header.contains("realm=\"r\"");
    }
    if (!body.contains("UsernameToken")) {
      return false;
    }
    presented.add("token");
    slowToken.run();
    String created = between(body, "Created");
    byte[] nonce = Base64.getDecoder().decode(between(body, "Nonce"));
    boolean inTime =
        Duration.between(checked, Instant.parse(created)).abs().compareTo(Duration.ofSeconds(5))
            <= 0;
    return !digest
        && inTime
        && between(body, "Password").equals(UsernameToken.digest(nonce, created, PASSWORD));
  }

  private static String between(String body, String name) {
    Matcher matcher = Pattern.compile("<[a-z]+:" + name + "[^>]*>([^<]*)<").matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }

  private void refuse(HttpExchange exchange) throws IOException {
    if (digest) {
      exchange
          .getResponseHeaders()
          .add("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n1\", qop=\"auth\", algorithm=MD5");
      exchange.sendResponseHeaders(401, -1);
    } else {
      answer(
          exchange,
          400,
          "<s:Fault xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Code><s:Value>s:Sender</s:Value>"
              + "<s:Subcode><s:Value>ter:NotAuthorized</s:Value></s:Subcode></s:Code></s:Fault>");
    }
  }

  private String time() {
    String text = reported.toString();
    return ("<GetSystemDateAndTimeResponse><SystemDateAndTime><UTCDateTime><Time><Hour>%s</Hour><Minute>%s</Minute>"
            + "<Second>%s</Second></Time><Date><Year>%s</Year><Month>%s</Month><Day>%s</Day></Date></UTCDateTime>"
            + "</SystemDateAndTime></GetSystemDateAndTimeResponse>")
        .formatted(
            text.substring(11, 13),
            text.substring(14, 16),
            text.substring(17, 19),
            text.substring(0, 4),
            text.substring(5, 7),
            text.substring(8, 10));
  }

  private static void answer(HttpExchange exchange, int status, String content) throws IOException {
    byte[] body =
        content.startsWith("!")
            ? content.substring(1).getBytes(StandardCharsets.UTF_8)
            : Soap.envelope("", content);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
