package org.lynceus.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Settings;

/**
 * This process among the nodes. The node's name stays over restarts; the holder is new with every
 * start, so that a process which was thought dead cannot be taken for its successor.
 */
@ApplicationScoped
public class LocalNode {
  @Inject private Settings settings;
  @Inject private Ids ids;
  @Inject private Clock clock;
  private UUID incarnation = new UUID(0, 0);
  private Instant startedAt = Instant.EPOCH;

  @PostConstruct
  void start() {
    incarnation = ids.next();
    startedAt = clock.instant();
  }

  public String name() {
    return settings.node();
  }

  /** Name and incarnation, as written in lease rows. */
  public String holder() {
    return settings.node() + "/" + incarnation;
  }

  public Instant startedAt() {
    return startedAt;
  }
}
