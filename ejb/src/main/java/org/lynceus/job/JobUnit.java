package org.lynceus.job;

/** What a job's progress counts. */
public enum JobUnit {
  BYTES,
  FILES,
  ROWS
}
