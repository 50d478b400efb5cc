package org.lynceus.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Hands alarms that were raised or changed to the listeners of this node, as they are then. A lost
 * announcement is not repeated: the lists are the truth, and their readers ask again.
 */
@ApplicationScoped
public class AlarmFeed {
  private static final Logger LOG = System.getLogger(AlarmFeed.class.getName());

  @Inject private AlarmQueries queries;
  private final Set<Consumer<Alarm>> listeners = ConcurrentHashMap.newKeySet();

  /** Adds a listener, which must not block. */
  public void subscribe(Consumer<Alarm> listener) {
    listeners.add(listener);
  }

  public void unsubscribe(Consumer<Alarm> listener) {
    listeners.remove(listener);
  }

  /** These were raised or changed. */
  public void tell(Collection<UUID> ids) {
    if (!listeners.isEmpty()) {
      queries.alarms(ids).forEach(this::handOut);
    }
  }

  private void handOut(Alarm alarm) {
    for (Consumer<Alarm> listener : listeners) {
      try {
        listener.accept(alarm);
      } catch (RuntimeException e) {
        listeners.remove(listener);
        LOG.log(Level.WARNING, "A listener of alarms failed and was removed", e);
      }
    }
  }
}
