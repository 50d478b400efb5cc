package org.lynceus.media;

/**
 * Ends a conversation with a camera or a disk operation; carries what is wrong and no stack trace.
 */
public final class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public FaultException(FaultCode code, String text) {
    this(new Fault(code, text));
  }

  public FaultException(Fault fault) {
    super(fault.text(), null, false, false);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
