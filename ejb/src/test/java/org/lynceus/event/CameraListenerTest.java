package org.lynceus.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.rtsp.CameraTrust;
import org.lynceus.protocols.onvif.OnvifAddress;
import org.lynceus.protocols.onvif.OnvifClient;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifEvent;

/** Against a device of a few lines that answers what a test wants it to. */
class CameraListenerTest implements CameraListener.Hearer {
  private static final String MOTION =
      "<R><NotificationMessage><Topic>tns1:VideoSource/MotionAlarm</Topic><Message><Message><Data>"
          + "<SimpleItem Name='State' Value='true'/></Data></Message></Message></NotificationMessage></R>";
  private static final String FAULT =
      "<Fault><Code><Subcode><Value>ter:%s</Value></Subcode></Code></Fault>";

  /** In place of an answer: the connection stays open without one. */
  private static final String SILENCE = "silence";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final AtomicInteger online = new AtomicInteger();
  private final CountDownLatch heard = new CountDownLatch(2);
  private final CountDownLatch offline = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
    server.createContext(
        "/",
        exchange -> {
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          String operation = type.replaceAll(".*/([A-Za-z]+)\".*", "$1");
          asked.computeIfAbsent(operation, any -> new AtomicInteger()).incrementAndGet();
          if (answers.getOrDefault(operation, "").equals(SILENCE)) {
            return;
          }
          byte[] body =
              ("<Envelope><Body>" + answers.getOrDefault(operation, "<R/>") + "</Body></Envelope>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    answers.put(
        "GetServices",
        "<R><Service><Namespace>http://www.onvif.org/ver10/media/wsdl</Namespace><XAddr>http://h/m</XAddr></Service>"
            + "<Service><Namespace>http://www.onvif.org/ver10/events/wsdl</Namespace><XAddr>http://h/e</XAddr></Service></R>");
    answers.put(
        "CreatePullPointSubscriptionRequest",
        "<R><SubscriptionReference><Address>http://h/e/1</Address></SubscriptionReference></R>");
    answers.put("PullMessagesRequest", MOTION);
  }

  @AfterEach
  void stop() {
    workers.shutdownNow();
    timer.shutdownNow();
    server.stop(0);
  }

  @Override
  public void online() {
    online.incrementAndGet();
  }

  @Override
  public void offline(Fault fault) {
    faults.add(fault);
    offline.countDown();
  }

  @Override
  public void heard(List<OnvifEvent> events) {
    if (!events.isEmpty()) {
      heard.countDown();
    }
  }

  private CameraListener listener() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    CameraListener listener =
        new CameraListener(
            () ->
                OnvifDevice.connect(
                        new OnvifClient(
                            new OnvifAddress(address),
                            null,
                            new CameraTrust(null),
                            Clock.systemUTC(),
                            new Random(1),
                            Duration.ofSeconds(20)))
                    .subscribe(),
            this,
            workers,
            timer,
            new Random(1));
    listener.start();
    return listener;
  }

  private int count(String operation) {
    AtomicInteger count = asked.get(operation);
    return count == null ? 0 : count.get();
  }

  @Test
  void aDeviceIsPulledAgainAndAgainThroughOnePullPointWhichIsGivenBack() throws Exception {
    CameraListener listener = listener();
    assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    listener.close().get(30, TimeUnit.SECONDS);
    assertThat(count("CreatePullPointSubscriptionRequest")).isEqualTo(1);
    assertThat(count("SetSynchronizationPointRequest")).isEqualTo(1);
    assertThat(count("UnsubscribeRequest")).isGreaterThanOrEqualTo(1);
    assertThat(faults).isEmpty();
  }

  @Test
  void aPullPointThatIsGoneIsReplacedByANewOne() throws Exception {
    answers.put("PullMessagesRequest", FAULT.formatted("InvalidArgVal"));
    CameraListener listener = listener();
    assertThat(offline.await(30, TimeUnit.SECONDS)).isTrue();
    answers.put("PullMessagesRequest", MOTION);
    assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(count("CreatePullPointSubscriptionRequest")).isGreaterThanOrEqualTo(2);
    assertThat(faults.get(0).code()).isEqualTo(FaultCode.REFUSED);
    listener.close().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aDeviceThatWillNotSynchroniseIsListenedToAllTheSame() throws Exception {
    answers.put("SetSynchronizationPointRequest", FAULT.formatted("ActionNotSupported"));
    CameraListener listener = listener();
    assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    listener.close().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aListenerThatWaitsTriesAtOnceWhenItsDeviceIsBack() throws Exception {
    answers.put("CreatePullPointSubscriptionRequest", FAULT.formatted("NotAuthorized"));
    CameraListener listener = listener();
    assertThat(offline.await(30, TimeUnit.SECONDS)).isTrue();
    answers.put(
        "CreatePullPointSubscriptionRequest",
        "<R><SubscriptionReference><Address>http://h/e/1</Address></SubscriptionReference></R>");
    // Told offline before it begins to wait; without the hurry it would wait for half an hour.
    while (!heard.await(10, TimeUnit.MILLISECONDS)) {
      listener.hurry();
    }
    listener.close().get(30, TimeUnit.SECONDS);
  }

  @Test
  void anAnswerFromBeforeADeviceWasAwayIsNotWaitedFor() throws Exception {
    answers.put("PullMessagesRequest", SILENCE);
    CameraListener listener = listener();
    while (count("PullMessagesRequest") == 0) {
      assertThat(heard.await(5, TimeUnit.MILLISECONDS)).isFalse();
    }
    answers.put("PullMessagesRequest", MOTION);
    listener.hurry();
    assertThat(heard.await(200, TimeUnit.MILLISECONDS)).isFalse();
    listener.away();
    // The pull is known to the listener some time after the device got it.
    while (!heard.await(10, TimeUnit.MILLISECONDS)) {
      listener.hurry();
    }
    assertThat(count("CreatePullPointSubscriptionRequest")).isEqualTo(2);
    listener.close().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aDeviceWithoutEventsIsAskedOnce() throws Exception {
    answers.put("CreatePullPointSubscriptionRequest", FAULT.formatted("ActionNotSupported"));
    listener();
    assertThat(offline.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(timer.shutdownNow()).isEmpty();
  }

  @Test
  void aHearerThatBreaksEndsInANewTryAndNotInSilence() throws Exception {
    CameraListener broken =
        new CameraListener(
            () -> {
              throw new IllegalStateException("the database is away");
            },
            this,
            workers,
            timer,
            new Random(1));
    broken.start();
    assertThat(offline.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(faults.get(0).code()).isEqualTo(FaultCode.INTERNAL);
    assertThat(faults.get(0).text()).doesNotContain("database");
  }
}
