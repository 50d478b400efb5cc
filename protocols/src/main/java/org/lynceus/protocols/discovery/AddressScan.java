package org.lynceus.protocols.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.OnvifAddress;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.OnvifGreeting;

/**
 * Asks every address of a range for devices: first which of a few ports take a connection, then
 * what answers there. ONVIF is recognised by its clock, asked for without credentials; a host that
 * only speaks RTSP is told as such, at the port RTSP uses. One scan per instance.
 */
public final class AddressScan {
  /** Ports that cameras use for ONVIF, and the one of RTSP. */
  public static final List<Integer> USUAL_PORTS = List.of(80, 8080, 8000, 8899, 2020, 554);

  private static final int RTSP = 554;
  private static final Duration CONNECT = Duration.ofMillis(1_200);
  private static final Duration ANSWER = Duration.ofMillis(2_500);
  private static final int THREADS = 24;

  private final Clock clock;
  private final ThreadFactory threads;
  private final BooleanSupplier goOn;
  private final AtomicInteger done = new AtomicInteger();
  private final Map<InetAddress, Host> hosts = new HashMap<>();
  private int ports;

  /**
   * A scan.
   *
   * @param goOn asked several times a second; false ends the scan early
   */
  public AddressScan(Clock clock, ThreadFactory threads, BooleanSupplier goOn) {
    this.clock = clock;
    this.threads = threads;
    this.goOn = goOn;
  }

  /** How many addresses are finished. */
  public int done() {
    return done.get();
  }

  /** Scans; calls {@code found}, from several threads, once per device as it answers. */
  public void scan(AddressRange range, Collection<Integer> chosen, Consumer<FoundDevice> found)
      throws IOException {
    List<InetSocketAddress> targets = new ArrayList<>();
    TreeSet<Integer> distinct = new TreeSet<>(chosen);
    ports = distinct.size();
    for (int port : distinct) {
      range.addresses().forEach(address -> targets.add(new InetSocketAddress(address, port)));
    }
    ExecutorService askers = Executors.newFixedThreadPool(THREADS, threads);
    ExecutorService http = Executors.newCachedThreadPool(threads);
    OnvifGreeting greeting = new OnvifGreeting(http, clock, ANSWER);
    try {
      new OpenPorts(
              CONNECT,
              goOn,
              (target, isOpen) -> tried(target, isOpen, host -> ask(greeting, host, found), askers))
          .check(targets);
      askers.shutdown();
      boolean ended = false;
      while (!ended && goOn.getAsBoolean()) {
        ended = askers.awaitTermination(100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      askers.shutdownNow();
      http.shutdownNow();
    }
  }

  /** Called on one thread. A host is asked once all its ports were tried. */
  private void tried(
      InetSocketAddress target, boolean isOpen, Consumer<Host> ask, ExecutorService askers) {
    Host host = hosts.computeIfAbsent(target.getAddress(), Host::new);
    if (isOpen) {
      host.open.add(target.getPort());
    }
    host.tried++;
    if (host.tried < ports) {
      return;
    }
    if (host.open.isEmpty()) {
      done.incrementAndGet();
    } else {
      askers.execute(() -> ask.accept(host));
    }
  }

  /** What is known of an address. */
  private static final class Host {
    final InetAddress address;
    final List<Integer> open = new ArrayList<>();
    int tried;

    Host(InetAddress address) {
      this.address = address;
    }
  }

  private void ask(OnvifGreeting greeting, Host host, Consumer<FoundDevice> found) {
    try {
      List<FoundDevice> devices = new ArrayList<>();
      for (int port : host.open) {
        if (port != RTSP && goOn.getAsBoolean()) {
          onvif(greeting, host.address, port).ifPresent(devices::add);
        }
      }
      if (devices.isEmpty() && host.open.contains(RTSP) && rtsp(host.address)) {
        devices.add(device(URI.create("rtsp://" + host.address.getHostAddress()), null));
      }
      devices.forEach(found);
    } finally {
      done.incrementAndGet();
    }
  }

  private static Optional<FoundDevice> onvif(OnvifGreeting greeting, InetAddress host, int port) {
    String root = "http://" + host.getHostAddress() + (port == 80 ? "" : ":" + port);
    OnvifAddress address = new OnvifAddress(URI.create(root));
    try {
      Optional<Duration> offset = greeting.ask(address);
      return Optional.of(device(address.service(), offset.map(Duration::toMillis).orElse(null)));
    } catch (OnvifException notThere) {
      return Optional.empty();
    }
  }

  private static boolean rtsp(InetAddress host) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, RTSP), (int) CONNECT.toMillis());
      socket.setSoTimeout((int) ANSWER.toMillis());
      String question = "OPTIONS rtsp://" + host.getHostAddress() + "/ RTSP/1.0\r\nCSeq: 1\r\n\r\n";
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] start = in.readNBytes(5);
      return new String(start, StandardCharsets.US_ASCII).equals("RTSP/");
    } catch (IOException silent) {
      return false;
    }
  }

  private static FoundDevice device(URI address, @Nullable Long offsetMillis) {
    return new FoundDevice(address.toString(), address, "", "", "", offsetMillis);
  }
}
