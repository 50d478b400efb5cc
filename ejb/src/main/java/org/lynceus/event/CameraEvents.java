package org.lynceus.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceAddress;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.OnvifProbe;
import org.lynceus.shared.Ids;

/** Listens to the events of the ONVIF devices that this node owns. */
@ApplicationScoped
public class CameraEvents {
  /** Threads that connect and take answers; waiting needs none. */
  private static final int THREADS = 8;

  private static final Duration GIVE_BACK = Duration.ofSeconds(3);

  @Inject private DeviceQueries queries;
  @Inject private OnvifProbe probe;
  @Inject private DeviceEventOutlet outlet;
  @Inject private Event<CameraSignalled> signalled;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService timer;
  private final SecureRandom random = new SecureRandom();
  private final Map<UUID, Listening> listening = new HashMap<>();
  private @Nullable ExecutorService workers;

  private record Listening(long version, CameraListener listener) {}

  @PostConstruct
  void start() {
    workers = Executors.newFixedThreadPool(THREADS, threads);
  }

  /** Listens to these devices, as they are now, and to no others. */
  public synchronized void keep(Collection<DeviceRecord> owned) {
    Map<UUID, DeviceRecord> wanted = new HashMap<>();
    for (DeviceRecord device : owned) {
      if (DeviceAddress.onvif(device.url())) {
        wanted.put(device.id(), device);
      }
    }
    listening.entrySet().removeIf(known -> ended(known.getValue(), wanted.get(known.getKey())));
    for (DeviceRecord device : wanted.values()) {
      listening.computeIfAbsent(device.id(), id -> listen(device));
    }
  }

  /** The device answers again, or no longer: a listener that waits for it need not. */
  synchronized void changed(UUID device, boolean online) {
    Listening known = listening.get(device);
    if (known == null) {
      return;
    }
    if (online) {
      known.listener().hurry();
    } else {
      known.listener().away();
    }
  }

  /** Gives all pull points back: devices have few of them. */
  public synchronized void stop() {
    CompletableFuture<?>[] ends =
        listening.values().stream()
            .map(one -> one.listener().close())
            .toArray(CompletableFuture<?>[]::new);
    listening.clear();
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, GIVE_BACK.toMillis(), TimeUnit.MILLISECONDS)
        .handle((done, failure) -> done)
        .join();
    workers().shutdown();
  }

  private static boolean ended(Listening known, @Nullable DeviceRecord now) {
    boolean over = now == null || now.version() != known.version();
    if (over) {
      known.listener().close();
    }
    return over;
  }

  private Listening listen(DeviceRecord device) {
    CameraHearer hearer =
        new CameraHearer(
            device.id(),
            device.channels().stream().map(channel -> channel.id()).toList(),
            ids,
            clock,
            outlet::put,
            signalled::fire);
    CameraListener listener =
        new CameraListener(
            () -> hearer.open(probe, queries.onvif(device.id())), hearer, workers(), timer, random);
    listener.start();
    return new Listening(device.version(), listener);
  }

  private ExecutorService workers() {
    if (workers == null) {
      throw new IllegalStateException("not started");
    }
    return workers;
  }
}
