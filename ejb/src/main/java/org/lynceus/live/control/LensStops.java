package org.lynceus.live.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends movements of the focus that nobody ends: ONVIF's have no timeout of their own, and a browser
 * may die. In memory of the node that began them: when that dies, too, the lens goes to its end.
 */
@ApplicationScoped
public class LensStops {
  private static final Logger LOG = System.getLogger(LensStops.class.getName());

  @Resource private ManagedScheduledExecutorService timer;
  private final Map<UUID, ScheduledFuture<?>> due = new ConcurrentHashMap<>();

  /** Does it after a time, in place of what was to be done for the channel before. */
  void after(UUID channel, Duration time, Runnable stop) {
    replace(
        channel, timer.schedule(() -> run(channel, stop), time.toMillis(), TimeUnit.MILLISECONDS));
  }

  void cancel(UUID channel) {
    ScheduledFuture<?> old = due.remove(channel);
    if (old != null) {
      old.cancel(false);
    }
  }

  private void replace(UUID channel, ScheduledFuture<?> next) {
    ScheduledFuture<?> old = due.put(channel, next);
    if (old != null) {
      old.cancel(false);
    }
  }

  private void run(UUID channel, Runnable stop) {
    due.remove(channel);
    try {
      stop.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The focus of channel {0} could not be stopped: {1}", channel, e);
    }
  }
}
