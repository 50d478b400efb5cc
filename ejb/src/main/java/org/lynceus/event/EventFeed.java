package org.lynceus.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Hands newly stored events to the listeners of this node, in the batches in which they are read,
 * each event once and in order of id; all listeners get the same list. A wake-up only says that
 * there is something to read: the table is the truth, so a lost wake-up delays and never loses.
 */
@ApplicationScoped
public class EventFeed {
  private static final Logger LOG = System.getLogger(EventFeed.class.getName());
  private static final int BATCH = 500;

  @Inject private EventQueries queries;
  private final Set<Consumer<List<StoredEvent>>> listeners = ConcurrentHashMap.newKeySet();
  private long lastId = -1;

  /**
   * Adds a listener, which must not block; it gets every event after the returned id.
   *
   * @return the id of the last event that was handed out before
   */
  public synchronized long subscribe(Consumer<List<StoredEvent>> listener) {
    begin();
    listeners.add(listener);
    return lastId;
  }

  public void unsubscribe(Consumer<List<StoredEvent>> listener) {
    listeners.remove(listener);
  }

  /** Reads what is new and hands it out. */
  public synchronized void wake() {
    begin();
    if (listeners.isEmpty()) {
      lastId = Math.max(lastId, queries.lastId());
      return;
    }
    List<StoredEvent> fresh;
    do {
      fresh = queries.after(lastId, BATCH);
      handOut(fresh);
    } while (fresh.size() == BATCH);
  }

  private void begin() {
    if (lastId < 0) {
      lastId = queries.lastId();
    }
  }

  private void handOut(List<StoredEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    lastId = events.get(events.size() - 1).id();
    for (Consumer<List<StoredEvent>> listener : listeners) {
      try {
        listener.accept(events);
      } catch (RuntimeException e) {
        listeners.remove(listener);
        LOG.log(Level.WARNING, "A listener of the event stream failed and was removed", e);
      }
    }
  }
}
