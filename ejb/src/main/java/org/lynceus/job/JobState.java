package org.lynceus.job;

/** The life of a job. */
public enum JobState {
  QUEUED,
  RUNNING,
  /** Stopped by a person; goes on where it was when resumed. */
  PAUSED,
  SUCCEEDED,
  /** Came to its end, but a part of it did not work; the result says which. */
  PARTIAL,
  FAILED,
  CANCELLED;

  /** Whether it has come to an end, from which only a retry leads back. */
  public boolean ended() {
    return this == SUCCEEDED || this == PARTIAL || this == FAILED || this == CANCELLED;
  }
}
