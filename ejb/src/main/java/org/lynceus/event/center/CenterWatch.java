package org.lynceus.event.center;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.ClusterNode;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeStore;
import org.lynceus.event.DeviceEventType;
import org.lynceus.shared.Reason;

/**
 * Looks every ten seconds for nodes that are lost, whether this node's queue of events lags, and
 * whether messages were put aside. Each node looks at all nodes and at its own broker.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CenterWatch {
  private static final Logger LOG = System.getLogger(CenterWatch.class.getName());

  /** What the source of a node's events begins with. */
  private static final String NODE = "node ";

  @Inject private NodeStore nodes;
  @Inject private LocalNode node;
  @Inject private BrokerQueues queues;
  @Inject private CenterStates states;
  @Inject private Clock clock;
  private final QueueLag lag = new QueueLag();
  private @Nullable Instant since;
  private boolean failed;

  /** What fails is said in the log once and tried again. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public synchronized void look() {
    try {
      lookAtNodes();
      lookAtQueue();
      lookAtDeadLetters();
      failed = false;
    } catch (RuntimeException e) {
      since = null;
      if (!failed) {
        LOG.log(Level.WARNING, "The center could not look at itself; tried again in 10 s", e);
      }
      failed = true;
    }
  }

  private void lookAtNodes() {
    Instant now = clock.instant();
    Instant began = since == null ? now : since;
    since = began;
    List<ClusterNode> all = nodes.all();
    NodeLoss.judge(all, Duration.between(began, now))
        .forEach((name, lost) -> states.tell(DeviceEventType.NODE_LOST, source(name), lost, null));
    states.endElsewhere(NODE, all.stream().map(known -> source(known.name())).toList());
  }

  private void lookAtQueue() {
    QueueFigures figures = queues.figures(BrokerQueues.EVENTS);
    Duration waited = lag.note(clock.instant(), figures);
    states.tell(
        DeviceEventType.QUEUE_LAGS,
        source(node.name()),
        lag.lags(),
        new Reason(
            "queue-lags",
            "%d messages wait, the oldest for at least %d s."
                .formatted(figures.waiting(), waited.toSeconds())));
  }

  private void lookAtDeadLetters() {
    long dead = queues.figures(BrokerQueues.DEAD).waiting();
    states.tell(DeviceEventType.MESSAGES_DEAD, source(node.name()), dead > 0, null);
  }

  private static String source(String node) {
    return NODE + node;
  }
}
