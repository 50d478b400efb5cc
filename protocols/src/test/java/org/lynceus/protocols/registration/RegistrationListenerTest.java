package org.lynceus.protocols.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultException;

/** The listener against devices that behave, and such that do not. */
@Timeout(30)
class RegistrationListenerTest implements RegistrationWatcher {
  private static final Credentials LOGIN = new Credentials("admin", "right");
  private final Map<String, RegistrationEntry> entries = new ConcurrentHashMap<>();
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private RegistrationListener listener;

  @BeforeEach
  void start() throws Exception {
    entries.put("cam-1", new RegistrationEntry("cam-1", LOGIN, true, 1));
    entries.put("quiet", new RegistrationEntry("quiet", LOGIN, false, 1));
    listener =
        new RegistrationListener(
            new RegistrationOptions(
                new InetSocketAddress("127.0.0.1", 0),
                8,
                6,
                200,
                100,
                Duration.ofMillis(600),
                Duration.ofMillis(400)),
            entries::get,
            this,
            workers,
            Executors.defaultThreadFactory(),
            new Random(1));
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.close();
    workers.shutdownNow();
  }

  private Dialler dial() throws Exception {
    return new Dialler(listener.address());
  }

  private String news() throws InterruptedException {
    String next = news.poll(8, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  private RegisteredDevice device() {
    return java.util.Objects.requireNonNull(listener.device("cam-1"));
  }

  @Test
  void aDeviceSignsInWithADigestThatItCanCheck() throws Exception {
    try (Dialler device = dial().connect("cam-1")) {
      assertThat(device.hear())
          .isEqualTo("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
      String first = device.hear();
      assertThat(first)
          .startsWith("POST /cgi-bin/api/global/login HTTP/1.1\r\n")
          .contains("Content-Length: 0")
          .doesNotContain("Authorization");
      device.say(Dialler.CHALLENGE.formatted("abc"));
      String signed = device.hear();
      String ha1 = md5("admin:r:right");
      String ha2 = md5("POST:/cgi-bin/api/global/login");
      assertThat(field(signed, "response"))
          .isEqualTo(
              md5(
                  ha1
                      + ":abc:"
                      + field(signed, "nc")
                      + ":"
                      + field(signed, "cnonce")
                      + ":auth:"
                      + ha2));
      assertThat(signed).doesNotContain("right\"");
      device.answer("{\"Token\":\"tok\"}");
      assertThat(news()).isEqualTo("registered cam-1 IPC");
      String keepAlive = device.hear();
      assertThat(keepAlive)
          .startsWith("POST /cgi-bin/api/global/keep-alive")
          .contains("X-cgi-token: tok")
          .doesNotContain("Authorization");
    }
    assertThat(news()).isEqualTo("lost cam-1 CLOSED");
    assertThat(listener.count()).isZero();
  }

  @Test
  void aFirmwareThatWantsNoAnswerGetsNone() throws Exception {
    try (Dialler device = dial().connect("quiet")) {
      assertThat(device.hear()).startsWith("POST /cgi-bin/api/global/login");
    }
  }

  @Test
  void anUnknownDeviceIsToldAndClosed() throws Exception {
    try (Dialler device = dial().connect("stranger")) {
      assertThat(device.hear()).isEmpty();
    }
    assertThat(news()).isEqualTo("unknown stranger");
    assertThat(listener.unknown()).isEqualTo(1);
  }

  @Test
  void aRejectedPasswordIsNotPresentedAgainBeforeTheRecordChanges() throws Exception {
    try (Dialler device = dial().connect("cam-1")) {
      device.hear();
      device.hear();
      device.say(Dialler.CHALLENGE.formatted("n1"));
      assertThat(device.hear()).contains("Authorization");
      device.say(Dialler.CHALLENGE.formatted("n2"));
      assertThat(device.hear()).isEmpty();
    }
    assertThat(news()).isEqualTo("rejected cam-1");
    try (Dialler again = dial().connect("cam-1")) {
      assertThat(again.hear()).isEmpty();
    }
    entries.put("cam-1", new RegistrationEntry("cam-1", LOGIN, true, 2));
    try (Dialler changed = dial().register("cam-1")) {
      assertThat(news()).isEqualTo("registered cam-1 IPC");
    }
  }

  @Test
  void challengesWithoutEndAreARejection() throws Exception {
    try (Dialler device = dial().connect("cam-1")) {
      device.hear();
      int asked = 0;
      for (int i = 0; !device.hear().isEmpty(); i++) {
        asked++;
        device.say(Dialler.CHALLENGE.formatted("n" + i).replace("opaque", "stale=true, opaque"));
      }
      assertThat(asked).isLessThanOrEqualTo(3);
    }
    assertThat(news()).isEqualTo("rejected cam-1");
  }

  @Test
  void aSecondConnectionReplacesTheFirstOnlyAfterItSignedIn() throws Exception {
    try (Dialler first = dial().register("cam-1");
        Dialler wrong = dial().connect("cam-1")) {
      assertThat(news()).isEqualTo("registered cam-1 IPC");
      RegisteredDevice before = device();
      wrong.hear();
      wrong.hear();
      wrong.say(Dialler.CHALLENGE.formatted("n1"));
      wrong.hear();
      wrong.say(Dialler.CHALLENGE.formatted("n2"));
      assertThat(wrong.hear()).isEmpty();
      assertThat(device()).isSameAs(before);
      // The same address is refused now, and the device that is there stays.
      entries.put("cam-1", new RegistrationEntry("cam-1", LOGIN, true, 2));
      first.hear();
      first.answer("");
      try (Dialler second = dial().register("cam-1")) {
        assertThat(news()).isEqualTo("registered cam-1 IPC");
        String last = first.hear();
        assertThat(last.isEmpty() || last.contains("global/keep-alive")).isTrue();
        assertThat(device()).isNotSameAs(before);
        assertThat(second.hear()).contains("global/keep-alive");
      }
    }
  }

  @Test
  void aDeviceThatMissesThreeKeepAlivesIsLostAndOneThatIsSlowIsNot() throws Exception {
    try (Dialler device = dial().register("cam-1")) {
      assertThat(news()).isEqualTo("registered cam-1 IPC");
      assertThat(device.hear()).contains("global/keep-alive");
      // Two intervals late, which is within three.
      assertThat(news.poll(800, TimeUnit.MILLISECONDS)).isNull();
      device.answer("{}");
      assertThat(device.hear()).contains("global/keep-alive");
      assertThat(news()).isEqualTo("lost cam-1 HEARTBEAT_LOST");
      assertThat(device.hear()).isEmpty();
    }
  }

  @Test
  void aDeviceThatForgotTheSessionIsLost() throws Exception {
    try (Dialler device = dial().register("cam-1")) {
      assertThat(news()).isEqualTo("registered cam-1 IPC");
      device.hear();
      device.say("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
      assertThat(news()).isEqualTo("lost cam-1 CLOSED");
    }
  }

  @Test
  void whoSaysNothingOrTooSlowlyIsClosedInTime() throws Exception {
    long begin = System.nanoTime();
    try (Dialler silent = dial();
        Dialler half = dial().say("POST /cgi-bin/api/autoRegist/connect HTTP/1.1\r\nContent-")) {
      assertThat(silent.hear()).isEmpty();
      assertThat(half.hear()).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void garbageAndGiantBodiesAreClosedAndCounted() throws Exception {
    for (String text :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "\u0016\u0003\u0001\n\n",
            "POST /cgi-bin/api/autoRegist/connect HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
            "POST /cgi-bin/api/autoRegist/connect HTTP/1.1\r\nContent-Length: 4\r\n\r\nnull")) {
      try (Dialler device = dial().say(text)) {
        assertThat(device.hear()).isEmpty();
      }
    }
    try (Dialler device = dial().connect("../../etc")) {
      assertThat(device.hear()).isEmpty();
    }
    assertThat(listener.malformed()).isEqualTo(5);
    try (Dialler good = dial().register("cam-1")) {
      assertThat(news()).isEqualTo("registered cam-1 IPC");
    }
  }

  @Test
  void oneAddressMayNotFillTheDoorway() throws Exception {
    try (Dialler a = dial();
        Dialler b = dial();
        Dialler c = dial();
        Dialler d = dial();
        Dialler e = dial();
        Dialler f = dial();
        Dialler tooMany = dial()) {
      assertThat(tooMany.hear()).isEmpty();
      assertThat(listener.crowded()).isEqualTo(1);
      assertThat(List.of(a, b, c, d, e, f)).doesNotContainNull();
    }
  }

  @Test
  void commandsFollowOneAnotherAndALateAnswerIsNotTakenForAnother() throws Exception {
    try (Dialler device = dial().register("cam-1")) {
      news();
      var late = device().call("GET", "/late", Duration.ofMillis(100));
      var next = device().call("GET", "/next", Duration.ofSeconds(5));
      String first = device.hear();
      if (first.contains("global/keep-alive")) {
        device.answer("{}");
        first = device.hear();
      }
      assertThat(first).startsWith("GET /late").contains("X-cgi-token: t-1");
      assertThat(late)
          .failsWithin(Duration.ofSeconds(2))
          .withThrowableOfType(java.util.concurrent.ExecutionException.class)
          .withCauseInstanceOf(FaultException.class);
      device.answer("too late");
      assertThat(device.hear()).startsWith("GET /next");
      device.answer("fine");
      assertThat(next.get(5, TimeUnit.SECONDS).text()).isEqualTo("fine");
    }
  }

  @Test
  void eventsArriveBetweenAnswers() throws Exception {
    try (Dialler device = dial().register("cam-1")) {
      news();
      device().listen();
      attach(device);
      assertThat(news()).isEqualTo("events on cam-1");
      device.say(part("Code=VideoMotion;action=Start;index=0"));
      assertThat(news()).isEqualTo("told cam-1 VideoMotion Start");
      String asked = device.hear();
      assertThat(asked).contains("global/keep-alive");
      device.answer("{}").say(part("Heartbeat")).say(part("Code=AlarmLocal;action=Pulse;index=1"));
      assertThat(news()).isEqualTo("told cam-1 AlarmLocal Pulse");
    }
  }

  @Test
  void aDeviceThatAnswersNothingWhileItTellsEventsIsNotAskedForThemAgain() throws Exception {
    try (Dialler device = dial().register("cam-1")) {
      news();
      device().listen();
      attach(device);
      assertThat(news()).isEqualTo("events on cam-1");
      assertThat(device.hear()).contains("global/keep-alive");
      String gone = null;
      for (int i = 0; gone == null && i < 40; i++) {
        device.say(part("Heartbeat"));
        gone = news.poll(100, TimeUnit.MILLISECONDS);
      }
      assertThat(gone).isEqualTo("lost cam-1 EVENTS_BLOCK");
    }
    try (Dialler device = dial().register("cam-1")) {
      assertThat(news()).isEqualTo("registered cam-1 IPC");
      device().listen();
      assertThat(news()).isEqualTo("events off cam-1 EVENTS_BLOCK");
    }
  }

  @Test
  void aChangeOfTheRecordEndsTheConnectionAndARenamingDoesNot() throws Exception {
    try (Dialler device = dial().register("cam-1")) {
      news();
      listener.changed("cam-1", new RegistrationEntry("cam-1", LOGIN, true, 7));
      var call = device().call("GET", "/a", Duration.ofSeconds(5));
      String heard = device.hear();
      device.answer("b");
      if (heard.contains("global/keep-alive")) {
        device.hear();
        device.answer("b");
      }
      call.get(5, TimeUnit.SECONDS);
      listener.changed("cam-1", null);
      assertThat(news()).isEqualTo("lost cam-1 CHANGED");
    }
  }

  private static void attach(Dialler device) throws Exception {
    String asked = device.hear();
    if (asked.contains("global/keep-alive")) {
      device.answer("{}");
      asked = device.hear();
    }
    assertThat(asked).startsWith("GET /cgi-bin/eventManager.cgi?action=attach&codes=[All]");
    device.say("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n");
  }

  private static String part(String text) {
    return "--b\r\nContent-Type: text/plain\r\nContent-Length: "
        + text.length()
        + "\r\n\r\n"
        + text
        + "\r\n\r\n";
  }

  private static String field(String head, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"?([^\",\r]+)").matcher(head);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String md5(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  @Override
  public void registered(RegisteredDevice device) {
    news.add("registered " + device.id() + " " + device.deviceClass());
  }

  @Override
  public void lost(RegisteredDevice device, Loss loss) {
    news.add("lost " + device.id() + " " + loss);
  }

  @Override
  public void rejected(String id, InetAddress address) {
    news.add("rejected " + id);
  }

  @Override
  public void unknown(ConnectRequest request, InetAddress address) {
    news.add("unknown " + request.id());
  }

  @Override
  public void eventsOnline(RegisteredDevice device) {
    news.add("events on " + device.id());
  }

  @Override
  public void eventsOffline(RegisteredDevice device, Loss loss) {
    news.add("events off " + device.id() + " " + loss);
  }

  @Override
  public void told(RegisteredDevice device, List<CgiEvent> events) {
    events.forEach(e -> news.add("told " + device.id() + " " + e.code() + " " + e.action()));
  }
}
