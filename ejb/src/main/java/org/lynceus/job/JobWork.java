package org.lynceus.job;

import org.jspecify.annotations.Nullable;

/**
 * Port to those who can do jobs of a kind: a domain declares a bean of this type. Work runs on a
 * thread of its own, without a transaction and without a caller.
 */
public interface JobWork {
  /** The kind of jobs it does. */
  String kind();

  /**
   * Does the job from its beginning, or goes on where an attempt before stopped.
   *
   * @param run to tell progress to; throws {@link JobStoppedException} when the job was paused,
   *     cancelled or taken over, which must be let through
   * @return the result, in the form of the kind
   * @throws JobFailedException when it cannot be done, with a reason for people
   */
  @Nullable String work(Job job, JobRun run);

  /** The job is being deleted, cancelled or repeated from its beginning: what it made goes. */
  void discard(Job job);

  /** Refuses a caller who may not order this work, or have what it made, any more. */
  void requireMayHave(Job job);
}
