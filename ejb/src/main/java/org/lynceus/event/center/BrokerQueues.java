package org.lynceus.event.center;

/** Port to the figures of this node's broker. */
public interface BrokerQueues {
  /** The queue of device events on their way to the database. */
  String EVENTS = "lynceus.device.event";

  /** The queue of messages that could not be handled. */
  String DEAD = "lynceus.dead";

  /** Those of a queue; throws when the broker does not tell. */
  QueueFigures figures(String queue);
}
