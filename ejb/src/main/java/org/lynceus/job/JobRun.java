package org.lynceus.job;

/** The way from running work to its job. */
public interface JobRun {
  /**
   * Tells how much is done; may be called often.
   *
   * @throws JobStoppedException when the job ought not to go on
   */
  void progress(long done, long total);

  /** Keeps a result that is not final, for those who watch. */
  void result(String result);

  /** A part did not work: the job ends as PARTIAL, once the work returns. */
  void partial();
}
