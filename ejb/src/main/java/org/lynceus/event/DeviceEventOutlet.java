package org.lynceus.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.RetryingQueue;

/**
 * Where the drivers drop facts: returns at once, publishes batches to the broker, and holds them
 * while the broker is away (at most 50,000; beyond that the oldest are left out and counted).
 */
@ApplicationScoped
public class DeviceEventOutlet {
  private static final int BOUND = 50_000;

  @Inject private DeviceEventPublisher publisher;

  @Resource private ManagedThreadFactory threads;

  private @Nullable RetryingQueue<UUID, DeviceEvent> queue;

  @PostConstruct
  void start() {
    queue =
        new RetryingQueue<>("event-outlet", BOUND, publisher::publish, new SecureRandom(), threads);
  }

  /** Hands over what waits and ends the thread. */
  public void stop() {
    queue().close();
  }

  public void put(DeviceEvent event) {
    queue().put(event.uid(), event);
  }

  /** The queue's state, for the system page. */
  public RetryingQueue<UUID, DeviceEvent> queue() {
    if (queue == null) {
      throw new IllegalStateException("not started");
    }
    return queue;
  }
}
