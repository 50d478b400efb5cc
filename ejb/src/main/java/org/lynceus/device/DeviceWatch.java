package org.lynceus.device;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.LimitedLog;
import org.lynceus.protocols.discovery.PortWatch;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;

/**
 * Keeps an eye on the ONVIF devices that this node owns: their ports every second, their clocks
 * every minute, their sign-in when they (re)appear and every ten minutes. Of a single RTSP stream
 * the stream itself tells whether it is there. A rejected password is presented again neither here
 * nor anywhere, see {@link OnvifConnections}.
 */
@ApplicationScoped
public class DeviceWatch {
  private static final Logger LOG = System.getLogger(DeviceWatch.class.getName());

  /** Threads that ask; a device that takes connections and stays silent occupies one for 8 s. */
  private static final int THREADS = 8;

  private static final Duration SIGN_IN = Duration.ofMinutes(10);
  private static final Duration RESOLVE_AGAIN = Duration.ofMinutes(1);
  private static final Duration DATABASE_AWAY = Duration.ofSeconds(10);

  @Inject private DeviceQueries queries;
  @Inject private OnvifConnections connections;
  @Inject private Event<DeviceStateChanged> changes;
  @Inject private Event<DeviceClockSeen> clocks;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService timer;
  private final SecureRandom random = new SecureRandom();
  private final LimitedLog failures = new LimitedLog(LOG, System::nanoTime);
  private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();
  private @Nullable ExecutorService workers;
  private @Nullable PortWatch<UUID> ports;

  /**
   * One device as it is stored now; its lock guards its state and is not held during a question.
   */
  private static final class Watch {
    final DeviceRecord device;
    final WatchedDevice watched;
    @Nullable OnvifTarget target;
    @Nullable Instant signedIn;

    /** Counts what was scheduled: only the question planned last is asked. */
    long plan;

    Watch(DeviceRecord device, DeviceState before) {
      this.device = device;
      this.watched = new WatchedDevice(before);
    }
  }

  @PostConstruct
  void start() {
    workers = Executors.newFixedThreadPool(THREADS, threads);
    ports =
        new PortWatch<>(
            threads,
            random,
            new PortWatch.Listener<>() {
              @Override
              public void open(UUID device) {
                opened(device);
              }

              @Override
              public void shut(UUID device, Fault why) {
                closed(device, why);
              }
            });
  }

  /** Watches these devices, as they are now, and no others. */
  public synchronized void keep(Collection<DeviceRecord> owned) {
    Map<UUID, DeviceRecord> wanted = new HashMap<>();
    for (DeviceRecord device : owned) {
      if (DeviceAddress.onvif(device.url())) {
        wanted.put(device.id(), device);
      }
    }
    for (UUID known : watches.keySet()) {
      if (!wanted.containsKey(known)) {
        watches.remove(known);
        ports().forget(known);
      }
    }
    wanted.values().forEach(this::keep);
  }

  private void keep(DeviceRecord device) {
    Watch before = watches.get(device.id());
    if (before != null && before.device.version() == device.version()) {
      return;
    }
    DeviceState known = state(device.id());
    Watch watch =
        new Watch(
            device,
            known != null
                ? known
                : new DeviceState(DeviceState.Kind.CONNECTING, null, clock.instant()));
    watches.put(device.id(), watch);
    if (before != null) {
      ports().forget(device.id());
    }
    workers().execute(() -> resolve(watch));
  }

  public synchronized void stop() {
    watches.clear();
    ports().close();
    workers().shutdownNow();
  }

  /**
   * Asks a device now, with its password even where it was rejected; its answer comes as a fact.
   */
  void check(UUID device) {
    Watch watch = watches.get(device);
    if (watch == null) {
      return;
    }
    connections.drop(device);
    synchronized (watch) {
      if (watch.watched.open()) {
        watch.signedIn = null;
        plan(watch, Duration.ZERO);
      }
    }
  }

  /** Whether a device answers, null when this node does not watch it. */
  public @Nullable DeviceState state(UUID device) {
    Watch watch = watches.get(device);
    if (watch == null) {
      return null;
    }
    synchronized (watch) {
      return watch.watched.state();
    }
  }

  /** Names are looked up here, away from the watching thread, and again while nothing answers. */
  private void resolve(Watch watch) {
    if (!current(watch)) {
      return;
    }
    URI url = watch.device.url();
    int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    ports().watch(watch.device.id(), new InetSocketAddress(url.getHost(), port));
  }

  private void opened(UUID device) {
    Watch watch = watches.get(device);
    if (watch == null) {
      return;
    }
    synchronized (watch) {
      // What answers now may be set up anew; a password it rejected is not tried on it again.
      if (!watch.watched.rejected()) {
        connections.drop(device);
      }
      watch.watched.opened();
      watch.signedIn = null;
      plan(watch, Duration.ZERO);
    }
  }

  private void closed(UUID device, Fault why) {
    Watch watch = watches.get(device);
    if (watch == null) {
      return;
    }
    synchronized (watch) {
      watch.plan++;
      tell(watch, watch.watched.shut(why, clock.instant()));
    }
    later(RESOLVE_AGAIN, () -> resolveAgain(watch));
  }

  private void resolveAgain(Watch watch) {
    boolean shut;
    synchronized (watch) {
      shut = !watch.watched.open();
    }
    if (shut && current(watch)) {
      resolve(watch);
      later(RESOLVE_AGAIN, () -> resolveAgain(watch));
    }
  }

  /** Plans the next question; its caller holds the lock. */
  private void plan(Watch watch, Duration pause) {
    long plan = ++watch.plan;
    later(pause, () -> ask(watch, plan));
  }

  private void later(Duration pause, Runnable work) {
    long spread = (long) (pause.toMillis() * (0.85 + 0.3 * random.nextDouble()));
    if (!workers().isShutdown()) {
      timer.schedule(() -> workers().execute(work), spread, TimeUnit.MILLISECONDS);
    }
  }

  private void ask(Watch watch, long plan) {
    boolean signIn;
    synchronized (watch) {
      if (!current(watch) || watch.plan != plan) {
        return;
      }
      Instant last = watch.signedIn;
      signIn = last == null || last.plus(SIGN_IN).isBefore(clock.instant());
    }
    try {
      ClockReading reading = read(watch, signIn);
      Long offset = reading.offsetMillis();
      if (offset != null) {
        clocks.fire(new DeviceClockSeen(watch.device.id(), offset, clock.instant()));
      }
      ended(watch, plan, signIn, null);
    } catch (OnvifException e) {
      ended(watch, plan, signIn && e.refused(), e.refused() ? null : e.fault());
    } catch (RuntimeException e) {
      failures.log(Level.WARNING, "A device could not be asked; it is asked again", e);
      synchronized (watch) {
        plan(watch, DATABASE_AWAY);
      }
    }
  }

  private ClockReading read(Watch watch, boolean signIn) throws OnvifException {
    OnvifTarget target = target(watch);
    try {
      return connections.ask(target, device -> read(device, signIn));
    } catch (OnvifException e) {
      if (!signIn || e.fault().code() != FaultCode.FORBIDDEN) {
        throw e;
      }
      // To a connection it once accepted, a changed password looks like missing rights.
      connections.drop(target.deviceId());
      return connections.ask(target, device -> read(device, true));
    }
  }

  private ClockReading read(OnvifDevice device, boolean signIn) throws OnvifException {
    ClockReading reading = ClockReading.of(new DeviceManagement(device), clock);
    if (signIn) {
      device.information();
    }
    return reading;
  }

  private void ended(Watch watch, long plan, boolean signedIn, @Nullable Fault fault) {
    synchronized (watch) {
      if (!current(watch) || watch.plan != plan) {
        return;
      }
      Instant now = clock.instant();
      if (signedIn) {
        watch.signedIn = now;
      }
      tell(watch, fault == null ? watch.watched.answered(now) : watch.watched.failed(fault, now));
      plan(watch, watch.watched.pause());
    }
  }

  private void tell(Watch watch, @Nullable DeviceState changed) {
    if (changed != null) {
      changes.fire(new DeviceStateChanged(watch.device.id(), changed));
    }
  }

  private OnvifTarget target(Watch watch) {
    OnvifTarget known = watch.target;
    if (known == null) {
      known = queries.onvif(watch.device.id());
      watch.target = known;
    }
    return known;
  }

  private boolean current(Watch watch) {
    return watches.get(watch.device.id()) == watch;
  }

  private ExecutorService workers() {
    if (workers == null) {
      throw new IllegalStateException("not started");
    }
    return workers;
  }

  private PortWatch<UUID> ports() {
    if (ports == null) {
      throw new IllegalStateException("not started");
    }
    return ports;
  }
}
