package org.lynceus.simulator.onvif;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The event service of one camera: at most four pull points, each ends a minute after the last pull
 * or renewal. A pull waits for what happens without holding a thread. The states of properties are
 * told when a client asks to be synchronised.
 */
final class PullPoints {
  private static final int MOST_POINTS = 4;
  private static final int MOST_WAITING = 1000;
  private static final long LIFETIME = TimeUnit.SECONDS.toNanos(60);

  private final OnvifCamera camera;
  private final ScheduledExecutorService timer;
  private final Map<Integer, Point> points = new TreeMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private int made;

  PullPoints(OnvifCamera camera, ScheduledExecutorService timer) {
    this.camera = camera;
    this.timer = timer;
  }

  /** One client's pull point. */
  private static final class Point {
    final Deque<String> waiting = new ArrayDeque<>();
    long end;
    @Nullable Pull pull;
  }

  /** A request that waits for messages. */
  private record Pull(HttpExchange exchange, int most, ScheduledFuture<?> timeout) {}

  /** How many pull points are open. */
  synchronized int open() {
    points.values().removeIf(point -> point.end - System.nanoTime() < 0);
    return points.size();
  }

  /**
   * Something happens, in words: {@code motion on}, {@code tamper off}, {@code video-loss on},
   * {@code input 1 on}, {@code relay 1 on} or {@code line}.
   */
  synchronized void fire(String words) {
    String[] word = words.strip().split("\\s+");
    boolean on = word[word.length - 1].equals("on");
    switch (word[0]) {
      case "motion" -> property("VideoSource/MotionAlarm", "Source", "video", "State", "" + on);
      case "tamper" ->
          property(
              "VideoSource/GlobalSceneChange/ImagingService", "Source", "video", "State", "" + on);
      case "video-loss" -> property("VideoSource/SignalLoss", "Source", "video", "State", "" + on);
      case "input" ->
          property(
              "Device/Trigger/DigitalInput",
              "InputToken",
              "input-" + word[1],
              "LogicalState",
              "" + on);
      case "relay" ->
          property(
              "Device/Trigger/Relay",
              "RelayToken",
              "relay-" + word[1],
              "LogicalState",
              on ? "active" : "inactive");
      case "line" ->
          tell(
              message(
                  "RuleEngine/LineDetector/Crossed", "", "VideoSource", "video", "ObjectId", "1"));
      default -> throw new IllegalArgumentException("unknown event");
    }
  }

  private void property(String topic, String source, String token, String name, String value) {
    states.put(topic + " " + token, message(topic, "Initialized", source, token, name, value));
    tell(message(topic, "Changed", source, token, name, value));
  }

  private void tell(String message) {
    open();
    for (Point point : points.values()) {
      add(point, message);
    }
  }

  private void add(Point point, String message) {
    if (point.waiting.size() == MOST_WAITING) {
      point.waiting.removeFirst();
    }
    point.waiting.addLast(message);
    Pull pull = point.pull;
    if (pull != null && pull.timeout.cancel(false)) {
      point.pull = null;
      timer.execute(() -> finish(point, pull.exchange, pull.most));
    }
  }

  /** Takes one request and ends it; a pull ends later. */
  void handle(HttpExchange exchange, int number, SoapRequest request) throws IOException {
    String answer;
    synchronized (this) {
      answer =
          switch (request.operation()) {
            case "CreatePullPointSubscription" -> create();
            case "PullMessages" -> pull(exchange, number, request);
            case "Renew" -> camera.has(Quirk.NO_RENEW) ? null : renew(number);
            case "SetSynchronizationPoint" -> synchronise(number);
            case "Unsubscribe" ->
                points.remove(number) == null ? null : "<wsnt:UnsubscribeResponse/>";
            case "GetServiceCapabilities" ->
                "<tev:GetServiceCapabilitiesResponse><tev:Capabilities MaxPullPoints=\"4\"/></tev:GetServiceCapabilitiesResponse>";
            default -> null;
          };
    }
    if (answer == null) {
      OnvifServer.send(
          exchange, 400, Envelope.fault("ter:InvalidArgVal", "no such subscription, or refused"));
      exchange.close();
    } else if (!answer.isEmpty()) {
      OnvifServer.send(exchange, 200, Envelope.of(answer));
      exchange.close();
    }
  }

  private @Nullable String create() {
    if (open() >= (camera.has(Quirk.ONE_SUBSCRIPTION) ? 1 : MOST_POINTS)) {
      return null;
    }
    int number = ++made;
    Point point = new Point();
    point.end = System.nanoTime() + LIFETIME;
    points.put(number, point);
    String address = camera.address("events/" + number);
    return "<tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference><wsa:Address>"
        + address
        + "</wsa:Address></tev:SubscriptionReference>"
        + times()
        + "</tev:CreatePullPointSubscriptionResponse>";
  }

  private String times() {
    Instant now = camera.now();
    return "<wsnt:CurrentTime>%s</wsnt:CurrentTime><wsnt:TerminationTime>%s</wsnt:TerminationTime>"
        .formatted(now, now.plusSeconds(60));
  }

  private @Nullable String renew(int number) {
    Point point = points.get(number);
    if (point == null) {
      return null;
    }
    point.end = System.nanoTime() + LIFETIME;
    return "<wsnt:RenewResponse>" + times() + "</wsnt:RenewResponse>";
  }

  private @Nullable String synchronise(int number) {
    Point point = points.get(number);
    if (point == null) {
      return null;
    }
    states.values().forEach(message -> add(point, message));
    return "<tev:SetSynchronizationPointResponse/>";
  }

  /** Empty: the answer comes later; null: there is no such pull point (any more). */
  private @Nullable String pull(HttpExchange exchange, int number, SoapRequest request) {
    Point point = open() == 0 ? null : points.get(number);
    if (point == null) {
      return null;
    }
    point.end = System.nanoTime() + LIFETIME;
    int most = Math.max(1, Integer.parseInt(request.text("MessageLimit")));
    long millis = Math.min(60_000, Duration.parse(request.text("Timeout")).toMillis());
    if (!point.waiting.isEmpty()) {
      timer.execute(() -> finish(point, exchange, most));
      return "";
    }
    point.pull =
        new Pull(
            exchange,
            most,
            timer.schedule(() -> finish(point, exchange, most), millis, TimeUnit.MILLISECONDS));
    return "";
  }

  private void finish(Point point, HttpExchange exchange, int most) {
    StringBuilder messages = new StringBuilder();
    synchronized (this) {
      if (point.pull != null && point.pull.exchange.equals(exchange)) {
        point.pull = null;
      }
      for (int i = 0; i < most && !point.waiting.isEmpty(); i++) {
        messages.append(point.waiting.removeFirst());
      }
    }
    Instant now = camera.now();
    String answer =
        "<tev:PullMessagesResponse><tev:CurrentTime>%s</tev:CurrentTime><tev:TerminationTime>%s</tev:TerminationTime>%s</tev:PullMessagesResponse>"
            .formatted(now, now.plusSeconds(60), messages);
    try (exchange) {
      OnvifServer.send(exchange, 200, Envelope.of(answer));
    } catch (IOException gone) {
      // The client ended the connection; it will make a new pull point.
      System.getLogger(PullPoints.class.getName())
          .log(System.Logger.Level.DEBUG, "a client of events went away", gone);
    }
  }

  private String message(
      String topic, String operation, String source, String token, String name, String value) {
    return ("<wsnt:NotificationMessage><wsnt:Topic Dialect=\"http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet\">tns1:%s</wsnt:Topic>"
            + "<wsnt:Message><tt:Message UtcTime=\"%s\"%s><tt:Source><tt:SimpleItem Name=\"%s\" Value=\"%s\"/></tt:Source>"
            + "<tt:Data><tt:SimpleItem Name=\"%s\" Value=\"%s\"/></tt:Data></tt:Message></wsnt:Message></wsnt:NotificationMessage>")
        .formatted(
            topic,
            camera.now(),
            operation.isEmpty() ? "" : " PropertyOperation=\"" + operation + "\"",
            source,
            token,
            name,
            value);
  }
}
