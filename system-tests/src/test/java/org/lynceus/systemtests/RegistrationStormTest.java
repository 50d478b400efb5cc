package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultException;
import org.lynceus.protocols.registration.CgiDevice;
import org.lynceus.protocols.registration.CgiEvent;
import org.lynceus.protocols.registration.CgiHead;
import org.lynceus.protocols.registration.ConnectRequest;
import org.lynceus.protocols.registration.Loss;
import org.lynceus.protocols.registration.RegisteredDevice;
import org.lynceus.protocols.registration.RegistrationEntry;
import org.lynceus.protocols.registration.RegistrationListener;
import org.lynceus.protocols.registration.RegistrationOptions;
import org.lynceus.protocols.registration.RegistrationWatcher;
import org.lynceus.simulator.registration.DialSettings;
import org.lynceus.simulator.registration.RegisteringDevices;

/** The listener and the simulated devices, without a server: some hundred at once, and the CGI. */
class RegistrationStormTest implements RegistrationWatcher {
  private static final int DEVICES = 300;
  private final AtomicInteger registered = new AtomicInteger();
  private final AtomicInteger rejected = new AtomicInteger();
  private final ConcurrentHashMap<String, String> heard = new ConcurrentHashMap<>();

  @Test
  void hundredsOfDevicesAreThereAgainAfterAllConnectionsWereCut() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try (RegistrationListener listener =
            new RegistrationListener(
                RegistrationOptions.at(new InetSocketAddress("127.0.0.1", 0)),
                id -> new RegistrationEntry(id, new Credentials("admin", "secret"), true, 1),
                this,
                workers,
                Executors.defaultThreadFactory(),
                new SecureRandom());
        RegisteringDevices devices =
            new RegisteringDevices(Clock.systemUTC(), new SecureRandom())) {
      listener.start();
      devices.start();
      for (int i = 0; i < DEVICES; i++) {
        devices.add(
            new DialSettings(
                "d" + i,
                listener.address(),
                InetAddress.getByAddress(
                    new byte[] {127, 8, (byte) (i / 250), (byte) (1 + i % 250)}),
                "admin",
                "secret",
                Duration.ofMillis(100)));
      }
      Await.until("all registered", 60, () -> listener.count() == DEVICES);
      devices.cutAll();
      Await.until(
          "all registered again",
          60,
          () -> registered.get() >= 2 * DEVICES && listener.count() == DEVICES);
      assertThat(rejected).hasValue(0);
      CgiDevice device = new CgiDevice(listener.device("d7"));
      assertThat(device.information().serial()).isEqualTo("REGd7");
      assertThat(device.channels()).hasSize(1);
      assertThat(device.channels().get(0).main().codec()).isEqualTo("H264");
      assertThat(device.snapshot(1)).hasSizeGreaterThan(500);
      CgiHead head = new CgiHead(device, 1);
      assertThat(device.channels().get(0).moves()).isTrue();
      head.keep(3, "Tor & Hof");
      assertThat(head.presets()).containsExactly(Map.entry(3, "Tor & Hof"));
      head.goTo(3);
      assertThat(devices.states("d7").get(0).ptz()).contains("code=GotoPreset&arg1=0&arg2=3");
      head.forget(3);
      assertThat(head.presets()).isEmpty();
      assertThatThrownBy(() -> head.goTo(3)).isInstanceOf(FaultException.class);
      head.move(0.5, 0, 0, Duration.ofSeconds(5));
      assertThat(devices.states("d7").get(0).ptz()).contains("code=Continuously&arg1=4");
      listener.device("d7").listen();
      Await.until("it tells", 20, () -> devices.states("d7").get(0).attached());
      devices.fire("d7", "VideoMotion", "Start", 0);
      Await.until("it is heard", 20, () -> "VideoMotion".equals(heard.get("d7")));
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  void whenTheNodeThatListensGoesItsDevicesAreOnlineAtTheNextThatListensAtTheAddress()
      throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try (RegistrationListener first = listener(new InetSocketAddress("127.0.0.1", 0), workers);
        RegisteringDevices devices =
            new RegisteringDevices(Clock.systemUTC(), new SecureRandom())) {
      first.start();
      devices.start();
      InetSocketAddress shared = first.address();
      for (int i = 0; i < 50; i++) {
        devices.add(
            new DialSettings(
                "n" + i,
                shared,
                InetAddress.getByAddress(new byte[] {127, 9, 0, (byte) (1 + i)}),
                "admin",
                "secret",
                Duration.ofMillis(100)));
      }
      Await.until("all registered at the first", 60, () -> first.count() == 50);
      first.close();
      try (RegistrationListener next = listener(shared, workers)) {
        next.start();
        Await.until("all registered at the next", 60, () -> next.count() == 50);
        assertThat(new CgiDevice(next.device("n7")).information().serial()).isEqualTo("REGn7");
        assertThat(rejected).hasValue(0);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private RegistrationListener listener(InetSocketAddress address, ExecutorService workers)
      throws java.io.IOException {
    return new RegistrationListener(
        RegistrationOptions.at(address),
        id -> new RegistrationEntry(id, new Credentials("admin", "secret"), true, 1),
        this,
        workers,
        Executors.defaultThreadFactory(),
        new SecureRandom());
  }

  @Override
  public void registered(RegisteredDevice device) {
    registered.incrementAndGet();
  }

  @Override
  public void lost(RegisteredDevice device, Loss loss) {}

  @Override
  public void rejected(String id, InetAddress address) {
    rejected.incrementAndGet();
  }

  @Override
  public void unknown(ConnectRequest request, InetAddress address) {}

  @Override
  public void eventsOnline(RegisteredDevice device) {}

  @Override
  public void eventsOffline(RegisteredDevice device, Loss loss) {}

  @Override
  public void told(RegisteredDevice device, List<CgiEvent> events) {
    events.forEach(event -> heard.put(device.id(), event.code()));
  }
}
