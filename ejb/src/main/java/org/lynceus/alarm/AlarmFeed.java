package org.lynceus.alarm;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands alarms that were raised or changed to the listeners of this node, as they are then: at once
 * when it is quiet, else together every {@value #PAUSE_MILLIS} ms, each of them once, so that a
 * flood costs readers no more than ten messages a second. A lost announcement is not repeated: the
 * lists are the truth, and their readers ask again.
 */
@ApplicationScoped
public class AlarmFeed {
  static final long PAUSE_MILLIS = 100;
  private static final Logger LOG = System.getLogger(AlarmFeed.class.getName());
  private static final int BATCH = 500;

  @Inject private AlarmQueries queries;
  @Resource private ManagedScheduledExecutorService timer;
  private final Set<Consumer<List<Alarm>>> listeners = ConcurrentHashMap.newKeySet();
  private final Set<UUID> waiting = new LinkedHashSet<>();
  private boolean due;
  private long handedOut = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);

  /** Adds a listener, which must not block. */
  public void subscribe(Consumer<List<Alarm>> listener) {
    listeners.add(listener);
  }

  public void unsubscribe(Consumer<List<Alarm>> listener) {
    listeners.remove(listener);
  }

  /** These were raised or changed. */
  public synchronized void tell(Collection<UUID> ids) {
    if (listeners.isEmpty()) {
      return;
    }
    waiting.addAll(ids);
    handOutSoon();
  }

  private void handOutSoon() {
    if (!due && !waiting.isEmpty()) {
      due = true;
      long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - handedOut);
      timer.schedule(this::handOut, Math.max(0, PAUSE_MILLIS - since), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized List<UUID> taken() {
    List<UUID> ids = waiting.stream().limit(BATCH).toList();
    ids.forEach(waiting::remove);
    return ids;
  }

  private synchronized void done() {
    handedOut = System.nanoTime();
    due = false;
    handOutSoon();
  }

  private void handOut() {
    try {
      List<Alarm> alarms = queries.alarms(taken());
      listeners.forEach(listener -> hand(listener, alarms));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Alarms could not be told to those who watch", e);
    } finally {
      done();
    }
  }

  private void hand(Consumer<List<Alarm>> listener, List<Alarm> alarms) {
    try {
      listener.accept(alarms);
    } catch (RuntimeException e) {
      listeners.remove(listener);
      LOG.log(Level.WARNING, "A listener of alarms failed and was removed", e);
    }
  }
}
