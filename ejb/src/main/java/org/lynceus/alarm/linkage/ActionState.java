package org.lynceus.alarm.linkage;

/** How far an action is. */
public enum ActionState {
  /** It waits for its time, or to be tried again. */
  PENDING,
  /** A node does it now. */
  RUNNING,
  DONE,
  /** It was not done, and is not tried again by itself. */
  FAILED,
  /** There was no reason to do it. */
  SKIPPED
}
