package org.lynceus.alarm.scheme;

/**
 * What an action waits for. Each lane has workers of its own on each node, so a web address or a
 * camera that does not answer holds up nothing else.
 */
public enum ActionLane {
  /** The center itself: over at once. */
  CENTER(2),
  /** Cameras, outputs and doors. */
  DEVICE(4),
  MAIL(1),
  WEB(4);

  private final int atOnce;

  ActionLane(int atOnce) {
    this.atOnce = atOnce;
  }

  /** How many actions are done at once on a node. */
  public int atOnce() {
    return atOnce;
  }
}
