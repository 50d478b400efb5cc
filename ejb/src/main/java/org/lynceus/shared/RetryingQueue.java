package org.lynceus.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way to something that may be away (database, broker): kept in order, at most one
 * per key, handed over in batches by a thread of its own, and handed over again with growing pauses
 * until it succeeds. Putting never blocks. When the bound is reached the oldest value is left out
 * and counted.
 */
public final class RetryingQueue<K, V> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(RetryingQueue.class.getName());
  private static final int BATCH = 200;
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofMillis(200), Duration.ofSeconds(10));

  /** Takes a batch; throws when it has not. */
  public interface Sink<V> {
    void accept(List<V> batch);
  }

  private final String name;
  private final int bound;
  private final Sink<V> sink;
  private final RandomGenerator random;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, V> waiting = new LinkedHashMap<>();
  private boolean closed;
  private int inFlight;
  private long leftOut;
  private @Nullable String failure;

  /** Makes the queue and starts its thread. */
  public RetryingQueue(
      String name, int bound, Sink<V> sink, RandomGenerator random, ThreadFactory threads) {
    this.name = name;
    this.bound = bound;
    this.sink = sink;
    this.random = random;
    this.thread = threads.newThread(this::run);
    this.thread.setName("lynceus-" + name);
    this.thread.start();
  }

  /** Adds a value, or replaces the waiting one of the same key at its place. */
  public void put(K key, V value) {
    lock.lock();
    try {
      waiting.put(key, value);
      if (waiting.size() > bound) {
        Iterator<K> oldest = waiting.keySet().iterator();
        oldest.next();
        oldest.remove();
        leftOut++;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many values wait or are being handed over. */
  public int size() {
    lock.lock();
    try {
      return waiting.size() + inFlight;
    } finally {
      lock.unlock();
    }
  }

  /** Why the last hand-over failed, null when it succeeded. */
  public @Nullable String failure() {
    lock.lock();
    try {
      return failure;
    } finally {
      lock.unlock();
    }
  }

  /** How many values were left out because the bound was reached. */
  public long leftOut() {
    lock.lock();
    try {
      return leftOut;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits at most five seconds for what is waiting to be handed over, then ends the thread. What is
   * left is logged.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      long patience = TimeUnit.SECONDS.toNanos(5);
      while (waiting.size() + inFlight > 0 && failure == null && patience > 0) {
        patience = changed.awaitNanos(patience);
      }
      closed = true;
      changed.signalAll();
      if (!waiting.isEmpty()) {
        LOG.log(Level.WARNING, "{0}: {1} entries were not handed over", name, waiting.size());
      }
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }

  private void run() {
    int failures = 0;
    try {
      while (true) {
        Map<K, V> batch = take();
        if (batch.isEmpty()) {
          return;
        }
        @Nullable RuntimeException problem = tryOnce(batch);
        done(batch, problem);
        if (problem == null) {
          failures = 0;
        } else {
          rest(PAUSE.after(++failures, random.nextDouble()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable RuntimeException tryOnce(Map<K, V> batch) {
    try {
      sink.accept(new ArrayList<>(batch.values()));
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private Map<K, V> take() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      Map<K, V> batch = new LinkedHashMap<>();
      Iterator<Map.Entry<K, V>> entries = waiting.entrySet().iterator();
      while (!closed && batch.size() < BATCH && entries.hasNext()) {
        Map.Entry<K, V> entry = entries.next();
        batch.put(entry.getKey(), entry.getValue());
        entries.remove();
      }
      inFlight = batch.size();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void done(Map<K, V> batch, @Nullable RuntimeException problem) {
    lock.lock();
    try {
      inFlight = 0;
      if (problem == null) {
        if (failure != null) {
          LOG.log(Level.INFO, "{0}: works again, {1} entries waiting", name, waiting.size());
        }
        failure = null;
      } else {
        if (failure == null) {
          LOG.log(Level.WARNING, name + ": entries are kept and tried again", problem);
        }
        failure = String.valueOf(problem.getMessage());
        Map<K, V> newer = new LinkedHashMap<>(waiting);
        waiting.clear();
        waiting.putAll(batch);
        waiting.putAll(newer);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    long nanos = pause.toNanos();
    lock.lock();
    try {
      while (!closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
