package org.lynceus.media.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.engine.LiveSubscription;

/**
 * One stream with its window and those who wait for what is not in it yet. Filled by the worker,
 * asked by any thread.
 */
final class LiveStream {
  static final long MOST_QUEUED = 8L << 20;
  private static final int MOST_WAITING = 1000;
  private static final System.Logger LOG = System.getLogger(LiveStream.class.getName());

  private final LiveWindow window;
  private final ScheduledExecutorService worker;
  private final List<Waiter<?>> waiters = new ArrayList<>();
  private @Nullable LiveSubscription subscription;
  private volatile long askedNanos = System.nanoTime();
  private boolean closed;

  /** One who waits for a part, or for a whole segment. */
  private record Waiter<T>(
      long sequence,
      int part,
      Supplier<@Nullable T> answer,
      CompletableFuture<@Nullable T> future) {
    /** On another thread than the caller's, who holds the lock. */
    void answer(ScheduledExecutorService worker) {
      T value = answer.get();
      worker.execute(() -> future.complete(value));
    }
  }

  LiveStream(LiveWindow window, ScheduledExecutorService worker) {
    this.window = window;
    this.worker = worker;
  }

  void start(Function<Runnable, LiveSubscription> subscribe) {
    LiveSubscription made = subscribe.apply(() -> worker.execute(this::drain));
    synchronized (this) {
      subscription = made;
    }
    worker.execute(this::drain);
  }

  boolean idleFor(Duration idle) {
    return System.nanoTime() - askedNanos > idle.toNanos();
  }

  CompletableFuture<@Nullable String> playlist(long sequence, int part, Duration patience) {
    return ask(Math.max(0, sequence), sequence < 0 ? 0 : part, patience, window::playlist);
  }

  CompletableFuture<byte @Nullable []> media(long sequence, int part, Duration patience) {
    return ask(sequence, part, patience, () -> window.media(sequence, part));
  }

  synchronized byte @Nullable [] init(int number) {
    askedNanos = System.nanoTime();
    return window.init(number);
  }

  private synchronized <T> CompletableFuture<@Nullable T> ask(
      long sequence, int part, Duration patience, Supplier<@Nullable T> answer) {
    askedNanos = System.nanoTime();
    CompletableFuture<@Nullable T> future = new CompletableFuture<>();
    if (window.ready() && window.has(sequence, part)) {
      future.complete(answer.get());
    } else if (closed || sequence > window.nextSequence() + 1 || waiters.size() >= MOST_WAITING) {
      future.complete(null);
    } else {
      waiters.removeIf(waiter -> waiter.future().isDone());
      waiters.add(new Waiter<>(sequence, part, answer, future));
      worker.schedule(() -> future.complete(null), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    return future;
  }

  private synchronized void drain() {
    if (subscription == null) {
      return;
    }
    try {
      for (LiveMessage m = subscription.poll(); m != null; m = subscription.poll()) {
        if (window.take(m)) {
          answerWaiters();
        }
      }
    } catch (MalformedException bug) {
      LOG.log(System.Logger.Level.ERROR, "A live fragment cannot be read", bug);
      close();
    }
  }

  private void answerWaiters() {
    Iterator<Waiter<?>> all = waiters.iterator();
    while (all.hasNext()) {
      Waiter<?> waiter = all.next();
      if (waiter.future().isDone()) {
        all.remove();
      } else if (window.ready() && window.has(waiter.sequence(), waiter.part())) {
        all.remove();
        waiter.answer(worker);
      }
    }
  }

  synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
    waiters.forEach(waiter -> waiter.future().complete(null));
    waiters.clear();
  }
}
