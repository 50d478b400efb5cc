package org.lynceus.simulator.registration;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Any number of registering devices, served by one thread. */
public final class RegisteringDevices implements AutoCloseable {
  private static final long TICK_MILLIS = 20;

  private final Selector selector = Selector.open();
  private final Clock clock;
  private final RandomGenerator random;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<RegisteringDevice> devices = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "registering-devices");
  private volatile boolean closing;

  public RegisteringDevices(Clock clock, RandomGenerator random) throws IOException {
    this.clock = clock;
    this.random = random;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** A device that dials from now on; another of the same id beside it is a duplicate. */
  public void add(DialSettings settings) {
    later(() -> devices.add(new RegisteringDevice(settings, selector, clock, random)));
  }

  public void remove(String id) {
    later(
        () -> {
          devices.stream().filter(one -> one.settings.id().equals(id)).forEach(one -> one.stop());
          devices.removeIf(one -> one.settings.id().equals(id));
        });
  }

  /** All of an id now. */
  public List<DeviceState> states(String id) {
    return ask(
        all ->
            all.stream()
                .filter(one -> one.settings.id().equals(id))
                .map(RegisteringDevice::state)
                .toList());
  }

  /** How many are registered now. */
  public long registered() {
    return ask(all -> all.stream().filter(one -> one.state().registered()).count());
  }

  /** Cuts all connections, as a router that restarts does. */
  public void cutAll() {
    later(() -> devices.forEach(RegisteringDevice::lose));
  }

  public void drop(String id) {
    each(id, RegisteringDevice::lose);
  }

  /** Stays connected and answers nothing, or talks again. */
  public void silence(String id, boolean now) {
    each(id, device -> device.silence(now));
  }

  /** Whether it answers nothing else while it tells events. */
  public void doOneThing(String id, boolean now) {
    each(id, device -> device.doOneThing(now));
  }

  /** Asks for another password from the next sign-in on. */
  public void password(String id, String password) {
    each(id, device -> device.expect(password));
  }

  public void skew(String id, java.time.Duration ahead) {
    each(id, device -> device.skew(ahead));
  }

  /** Tells an event, for example {@code VideoMotion Start 0}. */
  public void fire(String id, String code, String action, int index) {
    each(id, device -> device.fire(code, action, index));
  }

  private void each(String id, Consumer<RegisteringDevice> act) {
    later(() -> devices.stream().filter(one -> one.settings.id().equals(id)).forEach(act));
  }

  private <T> T ask(Function<List<RegisteringDevice>, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    later(() -> answer.complete(question.apply(devices)));
    return answer.join();
  }

  private void later(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  private void run() {
    try {
      while (!closing) {
        selector.select(RegisteringDevices::ready, TICK_MILLIS);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        long now = System.nanoTime();
        devices.forEach(device -> device.tick(now));
      }
      devices.forEach(RegisteringDevice::stop);
      selector.close();
    } catch (IOException e) {
      System.err.println("the registering devices failed: " + e);
    }
  }

  private static void ready(SelectionKey key) {
    ((RegisteringDevice) key.attachment()).ready();
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
  }
}
