package org.lynceus.registration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceChanged;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DialledDevices;
import org.lynceus.device.RegistrationTarget;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventOutlet;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.RegisteredEvents;
import org.lynceus.media.FaultException;
import org.lynceus.media.LimitedLog;
import org.lynceus.protocols.registration.CgiDevice;
import org.lynceus.protocols.registration.RegisteredDevice;
import org.lynceus.protocols.registration.RegistrationEntry;
import org.lynceus.protocols.registration.RegistrationListener;
import org.lynceus.protocols.registration.RegistrationOptions;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Settings;

/**
 * The listener for devices that dial in, on the node that holds the lease for it: opened and closed
 * by the supervisor, told of changed records, and the state of each such device in words. The
 * states live in memory: after a start every device is waited for.
 */
@ApplicationScoped
public class RegistrationCenter implements DialledDevices {
  private static final Logger LOG = System.getLogger(RegistrationCenter.class.getName());

  /** Threads that look devices up, and threads that ask them what they are. */
  private static final int THREADS = 4;

  @Inject private DeviceQueries queries;
  @Inject private RegistrationInventory inventory;
  @Inject private RegisteredEvents events;
  @Inject private DeviceEventOutlet outlet;
  @Inject private Settings settings;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;
  private final LimitedLog failures = new LimitedLog(LOG, System::nanoTime);
  private final Map<String, RegistrationTarget> targets = new ConcurrentHashMap<>();
  private final Map<UUID, RegistrationState> states = new ConcurrentHashMap<>();
  private final Knocks knocks = new Knocks();
  private @Nullable ExecutorService lookups;
  private @Nullable ExecutorService inquiries;
  private @Nullable RegistrationListener listener;
  private volatile Instant waitedSince = Instant.EPOCH;
  private volatile @Nullable Reason closed =
      new Reason("not-owner", "Another node listens for devices.");

  @PostConstruct
  void start() {
    waitedSince = clock.instant();
    lookups = Executors.newFixedThreadPool(THREADS, threads);
    inquiries = Executors.newFixedThreadPool(THREADS, threads);
  }

  /** Listens while this node has the right to, and not otherwise. */
  public synchronized void keep(boolean holds) {
    ListenAddress address = ListenAddress.parse(settings.registrationAddress());
    if (holds && listener == null && address.socket() != null) {
      open(address);
    } else if (!holds && listener != null) {
      listener.close();
      listener = null;
      closed = new Reason("not-owner", "Another node listens for devices.");
      targets.clear();
      states.clear();
    } else if (address.socket() == null) {
      closed = address.reason();
    }
  }

  private void open(ListenAddress address) {
    try {
      RegistrationListener made =
          new RegistrationListener(
              RegistrationOptions.at(address.required()),
              this::find,
              new RegistrationNews(this, events),
              lookups(),
              threads,
              new SecureRandom());
      made.start();
      listener = made;
      waitedSince = clock.instant();
      closed = null;
      LOG.log(Level.INFO, "Devices may dial in at {0}", address.required());
    } catch (IOException e) {
      closed =
          new Reason(
              "listener-failed",
              "Node "
                  + settings.node()
                  + " cannot listen at "
                  + settings.registrationAddress()
                  + ": "
                  + e.getMessage());
      failures.log(Level.ERROR, "Devices cannot dial in at " + settings.registrationAddress(), e);
    }
  }

  /** Ends the listener and its threads; called once, at undeploy. */
  public synchronized void stop() {
    if (listener != null) {
      listener.close();
      listener = null;
    }
    lookups().shutdownNow();
    inquiries().shutdownNow();
  }

  private @Nullable RegistrationEntry find(String id) {
    RegistrationTarget target = queries.registration(id);
    if (target == null) {
      targets.remove(id);
      return null;
    }
    targets.put(id, target);
    knocks.forget(id);
    return target.entry();
  }

  /** The state of a device that dials in; null when another node listens. */
  public @Nullable RegistrationState state(UUID device) {
    RegistrationState known = states.get(device);
    RegistrationListener open = current();
    Reason shut = closed;
    if (known == null && (open != null || shut != null && !shut.code().equals("not-owner"))) {
      return new RegistrationState(shut == null ? notYet() : shut, waitedSince, null);
    }
    return known;
  }

  private synchronized @Nullable RegistrationListener current() {
    return listener;
  }

  private static Reason notYet() {
    return new Reason("not-registered", "The device has not dialled in yet.");
  }

  RegistrationOverview overview() {
    RegistrationListener open = current();
    return new RegistrationOverview(
        settings.registrationAddress(), closed, open == null ? 0 : open.count(), knocks.all());
  }

  @Override
  public CgiDevice device(UUID id) {
    RegistrationTarget target = queries.registration(id);
    RegistrationListener open = current();
    RegisteredDevice device =
        target == null || open == null ? null : open.device(target.address().id());
    if (device == null) {
      RegistrationState state = state(id);
      Reason why = state == null || state.reason() == null ? closedOr(notYet()) : state.reason();
      throw new DomainException(ProblemType.UNAVAILABLE, why.text(), why, List.of());
    }
    return new CgiDevice(device);
  }

  private Reason closedOr(Reason other) {
    Reason shut = closed;
    return shut == null ? other : shut;
  }

  /**
   * Looks what became of a record; on a thread of its own, because a transaction ended just now.
   */
  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceChanged change) {
    if (current() != null) {
      later(() -> look(change.deviceId()));
    }
  }

  private void look(UUID device) {
    RegistrationListener open = current();
    RegistrationTarget now = queries.registration(device);
    if (open == null) {
      return;
    }
    for (RegistrationTarget known : List.copyOf(targets.values())) {
      String id = known.address().id();
      if (known.deviceId().equals(device) && (now == null || !now.address().id().equals(id))) {
        targets.remove(id);
        open.changed(id, null);
      }
    }
    if (now == null) {
      states.remove(device);
      return;
    }
    RegistrationTarget before = targets.put(now.address().id(), now);
    open.changed(now.address().id(), now.entry());
    states.computeIfPresent(device, (id, state) -> anew(state, before, now));
    RegisteredDevice there = open.device(now.address().id());
    if (there != null && before != null && !before.address().equals(now.address())) {
      inquire(now, there);
    }
  }

  /** A changed record makes a device that rejected its password one that is waited for. */
  private @Nullable RegistrationState anew(
      RegistrationState state, @Nullable RegistrationTarget before, RegistrationTarget now) {
    Reason reason = state.reason();
    boolean other = before == null || before.entry().version() != now.entry().version();
    return other && reason != null && reason.code().equals("unauthorized") ? null : state;
  }

  /** The device of a registration id, as it was looked up; null: it is gone. */
  @Nullable RegistrationTarget target(String id) {
    return targets.get(id);
  }

  Knocks knocks() {
    return knocks;
  }

  Clock clock() {
    return clock;
  }

  /** Keeps the state and makes a fact of it when it is another. */
  void became(UUID device, @Nullable Reason reason, @Nullable String from) {
    RegistrationState now = new RegistrationState(reason, clock.instant(), from);
    RegistrationState before = states.put(device, now);
    boolean was = before != null && before.registered();
    if (before == null
        || was != now.registered()
        || !java.util.Objects.equals(before.reason(), reason)) {
      String type = reason == null ? DeviceEventType.DEVICE_ONLINE : DeviceEventType.DEVICE_OFFLINE;
      outlet.put(new DeviceEvent(ids.next(), device, null, type, reason, now.since()));
    }
  }

  /**
   * Asks what the device is, then for its events: some answer nothing else while they tell them.
   */
  void inquire(RegistrationTarget target, RegisteredDevice device) {
    later(
        () -> {
          try {
            inventory.learn(target, device);
          } catch (FaultException e) {
            LOG.log(
                Level.INFO,
                "Device {0} did not tell what it is: {1}",
                device.id(),
                e.fault().text());
          }
          device.listen();
        });
  }

  /** Ids of the channels of a device, in the order of their numbers. */
  List<UUID> channels(UUID device) {
    return queries.channelIds(device);
  }

  private void later(Runnable work) {
    try {
      inquiries()
          .execute(
              () -> {
                try {
                  work.run();
                } catch (RuntimeException e) {
                  failures.log(Level.WARNING, "A device that dialled in could not be asked", e);
                }
              });
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "The center stops; a device is not asked");
    }
  }

  private ExecutorService lookups() {
    if (lookups == null) {
      throw new IllegalStateException("not started");
    }
    return lookups;
  }

  private ExecutorService inquiries() {
    if (inquiries == null) {
      throw new IllegalStateException("not started");
    }
    return inquiries;
  }
}
