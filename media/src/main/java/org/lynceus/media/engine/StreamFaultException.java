package org.lynceus.media.engine;

import org.lynceus.media.Fault;

/** What was asked of a stream cannot be had because of a fault of its source. */
public final class StreamFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public StreamFaultException(Fault fault) {
    super(fault.text());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
