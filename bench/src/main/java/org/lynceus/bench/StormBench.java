package org.lynceus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.lynceus.media.Credentials;
import org.lynceus.protocols.registration.CgiEvent;
import org.lynceus.protocols.registration.ConnectRequest;
import org.lynceus.protocols.registration.Loss;
import org.lynceus.protocols.registration.RegisteredDevice;
import org.lynceus.protocols.registration.RegistrationEntry;
import org.lynceus.protocols.registration.RegistrationListener;
import org.lynceus.protocols.registration.RegistrationOptions;
import org.lynceus.protocols.registration.RegistrationWatcher;
import org.lynceus.simulator.registration.DialSettings;
import org.lynceus.simulator.registration.RegisteringDevices;

/**
 * How long devices that dial in need to be registered again after all their connections were cut at
 * once, and what they cost while nothing happens: the listener itself, without database, in a JVM
 * of its own; the devices in another, each dialling from its own loopback address, with the
 * back-off of the simulator (half a second, doubled, with jitter).
 */
final class StormBench implements RegistrationWatcher {
  private static final Duration REDIAL = Duration.ofMillis(500);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private StormBench() {}

  /** Arguments: how many devices; or {@code devices}, the port and how many, in the second JVM. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("devices")) {
      devices(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    } else {
      measure(Integer.parseInt(arguments[0]));
    }
    System.exit(0);
  }

  private static void measure(int count) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(4);
    RegistrationListener listener =
        new RegistrationListener(
            RegistrationOptions.at(new InetSocketAddress("127.0.0.1", 0)),
            id -> new RegistrationEntry(id, new Credentials("admin", "secret"), true, 1),
            new StormBench(),
            workers,
            Executors.defaultThreadFactory(),
            new SecureRandom());
    listener.start();
    long began = System.nanoTime();
    Process devices =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                StormBench.class.getName(),
                "devices",
                Integer.toString(listener.address().getPort()),
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await(() -> listener.count() == count);
      System.out.printf("first registration: %d devices in %.1f s%n", count, seconds(began));
      for (int cut = 1; cut <= 3; cut++) {
        storm(listener, devices, count, cut);
      }
      idle(count);
    } finally {
      devices.destroy();
      listener.close();
      workers.shutdown();
    }
  }

  private static void storm(RegistrationListener listener, Process devices, int count, int number)
      throws Exception {
    double cpu = cpuSeconds();
    devices.outputWriter().write("cut\n");
    devices.outputWriter().flush();
    await(() -> listener.count() < count / 2);
    long began = System.nanoTime();
    await(() -> listener.count() == count);
    System.out.printf(
        "storm %d: %d devices registered again in %.1f s, %.2f s of CPU, heap %d MB after a"
            + " collection, %d threads%n",
        number,
        count,
        seconds(began),
        cpuSeconds() - cpu,
        heap(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static void idle(int count) throws Exception {
    double cpu = cpuSeconds();
    long began = System.nanoTime();
    NEVER.await(60, TimeUnit.SECONDS);
    System.out.printf(
        "a minute with %d registered devices (keep-alive every 20 s): %.2f %% of one core%n",
        count, 100 * (cpuSeconds() - cpu) / seconds(began));
  }

  private static void devices(int port, int count) throws Exception {
    RegisteringDevices devices = new RegisteringDevices(Clock.systemUTC(), new SecureRandom());
    devices.start();
    for (int i = 0; i < count; i++) {
      devices.add(
          new DialSettings(
              "storm-" + i,
              new InetSocketAddress("127.0.0.1", port),
              loopback(i),
              "admin",
              "secret",
              REDIAL));
    }
    for (int next = System.in.read(); next >= 0; next = System.in.read()) {
      if (next == '\n') {
        devices.cutAll();
      }
    }
  }

  private static InetAddress loopback(int number) throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[] {127, 7, (byte) (number / 250), (byte) (1 + number % 250)});
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("this takes more than five minutes");
      }
      NEVER.await(10, TimeUnit.MILLISECONDS);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  @Override
  public void registered(RegisteredDevice device) {
    device.listen();
  }

  @Override
  public void lost(RegisteredDevice device, Loss loss) {}

  @Override
  public void rejected(String id, InetAddress address) {
    throw new IllegalStateException(id + " rejects the password");
  }

  @Override
  public void unknown(ConnectRequest request, InetAddress address) {
    throw new IllegalStateException("everybody is known");
  }

  @Override
  public void eventsOnline(RegisteredDevice device) {}

  @Override
  public void eventsOffline(RegisteredDevice device, Loss loss) {}

  @Override
  public void told(RegisteredDevice device, List<CgiEvent> events) {}
}
