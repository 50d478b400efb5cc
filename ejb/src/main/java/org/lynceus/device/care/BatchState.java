package org.lynceus.device.care;

/** What became of one device of a batch. */
public enum BatchState {
  WAITING,
  RUNNING,
  DONE,
  FAILED
}
