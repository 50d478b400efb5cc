package org.lynceus.job;

/** The life of a job. */
public enum JobState {
  QUEUED,
  RUNNING,
  /** Stopped by a person; goes on where it was when resumed. */
  PAUSED,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** Whether it has come to an end, from which only a retry leads back. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
