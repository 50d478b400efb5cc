package org.lynceus.job;

import org.lynceus.shared.Reason;

/** A job cannot be done; the reason is for people. */
public class JobFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public JobFailedException(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
