package org.lynceus.job;

/** The job was paused, cancelled, deleted or taken over: its work ends here. */
public class JobStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JobStoppedException() {
    super("the job ought not to go on");
  }
}
