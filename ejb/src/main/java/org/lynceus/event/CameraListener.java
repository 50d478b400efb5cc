package org.lynceus.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.LimitedLog;
import org.lynceus.protocols.onvif.EventSubscription;
import org.lynceus.protocols.onvif.OnvifEvent;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.GrowingPause;

/**
 * Listens to the events of one device: makes a pull point, pulls without end, makes a new one after
 * any failure with growing pauses. A rejected password is left alone for half an hour, a device
 * without events for good. Holds no thread while it waits. Its steps follow one another; only
 * {@link #close} may come at any time.
 */
final class CameraListener {
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofMinutes(5));
  private static final Duration REJECTED_PAUSE = Duration.ofMinutes(30);
  private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(50);

  /** An answer without events in less than this is no waiting: the device ignores the timeout. */
  private static final long HASTY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Makes a pull point; may take long. */
  @FunctionalInterface
  interface Door {
    EventSubscription open() throws OnvifException;
  }

  /** Who is told; called by one thread at a time. */
  interface Hearer {
    void online();

    void offline(Fault fault);

    void heard(List<OnvifEvent> events);
  }

  private static final Logger LOG = System.getLogger(CameraListener.class.getName());

  private final LimitedLog failures = new LimitedLog(LOG, System::nanoTime);
  private final Door door;
  private final Hearer hearer;
  private final Executor workers;
  private final ScheduledExecutorService timer;
  private final RandomGenerator random;
  private int tries;
  private boolean renews = true;
  private long renewed;
  private volatile boolean closed;
  private volatile @Nullable EventSubscription subscription;

  /** The next try, while there is nothing but to wait for it. */
  private volatile @Nullable Future<?> waiting;

  /** The pull under way, and whether the device was found away while it was. */
  private volatile @Nullable CompletableFuture<?> pulling;

  private volatile boolean away;

  CameraListener(
      Door door,
      Hearer hearer,
      Executor workers,
      ScheduledExecutorService timer,
      RandomGenerator random) {
    this.door = door;
    this.hearer = hearer;
    this.workers = workers;
    this.timer = timer;
    this.random = random;
  }

  void start() {
    workers.execute(this::open);
  }

  /** The device does not answer: what it is asked now may never be answered. */
  void away() {
    away = true;
  }

  /**
   * The device is back: tries at once if it waits for the next try or for an answer from before.
   */
  void hurry() {
    Future<?> next = waiting;
    CompletableFuture<?> old = pulling;
    if (next != null && next.cancel(false)) {
      workers.execute(this::open);
    } else if (away && old != null) {
      away = false;
      old.completeExceptionally(new OnvifException(FaultCode.CLOSED, "The device was away.", null));
    }
  }

  /** Listens no more and gives the pull point back; complete when the device has answered. */
  CompletableFuture<?> close() {
    closed = true;
    EventSubscription open = subscription;
    return open == null ? CompletableFuture.completedFuture(null) : open.close();
  }

  private void open() {
    waiting = null;
    if (closed) {
      return;
    }
    try {
      EventSubscription made = door.open();
      subscription = made;
      renewed = System.nanoTime();
      then(made.synchronise(), (answer, refused) -> pull(made));
    } catch (OnvifException e) {
      failed(e);
    } catch (RuntimeException e) {
      broken(e);
    }
  }

  private void pull(EventSubscription from) {
    if (closed) {
      from.close();
      return;
    }
    long asked = System.nanoTime();
    CompletableFuture<List<OnvifEvent>> coming = from.pull();
    pulling = coming;
    then(
        coming,
        (events, failure) -> {
          pulling = null;
          if (failure != null) {
            failed(OnvifException.of(failure));
          } else {
            heard(from, events, System.nanoTime() - asked);
          }
        });
  }

  /** The next step, on a worker; one that breaks ends in a new pull point, not in silence. */
  private <T> void then(CompletableFuture<T> coming, BiConsumer<T, Throwable> step) {
    coming.whenCompleteAsync(
        (answer, failure) -> {
          try {
            step.accept(answer, failure);
          } catch (RuntimeException e) {
            broken(e);
          }
        },
        workers);
  }

  private void broken(RuntimeException failure) {
    failures.log(
        Level.WARNING, "Listening to a device's events failed; it is tried again", failure);
    failed(
        new OnvifException(
            FaultCode.INTERNAL,
            "The center failed to listen to this device; it tries again.",
            null));
  }

  private void heard(EventSubscription from, List<OnvifEvent> events, long nanos) {
    tries = 0;
    away = false;
    if (!closed) {
      hearer.online();
      hearer.heard(events);
    }
    if (events.isEmpty() && nanos < HASTY_NANOS) {
      timer.schedule(() -> workers.execute(() -> next(from)), HASTY_NANOS, TimeUnit.NANOSECONDS);
    } else {
      next(from);
    }
  }

  /** Pulls again, after a renewal when it is time; who refuses to renew lets pulls prolong. */
  private void next(EventSubscription from) {
    long now = System.nanoTime();
    if (!renews || now - renewed < RENEW_NANOS) {
      pull(from);
      return;
    }
    renewed = now;
    then(
        from.renew(),
        (answer, refused) -> {
          renews = refused == null;
          pull(from);
        });
  }

  private void failed(OnvifException failure) {
    subscription = null;
    if (closed) {
      return;
    }
    renews = true;
    Fault fault = failure.fault();
    hearer.offline(fault);
    if (failure.unsupported()) {
      return;
    }
    boolean rejected =
        fault.code() == FaultCode.UNAUTHORIZED || fault.code() == FaultCode.FORBIDDEN;
    waiting =
        timer.schedule(
            () -> workers.execute(this::open),
            (rejected ? REJECTED_PAUSE : PAUSE.after(++tries, random.nextDouble())).toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
