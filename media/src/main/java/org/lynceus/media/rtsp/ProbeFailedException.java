package org.lynceus.media.rtsp;

import org.lynceus.media.Fault;

/**
 * Says why an address cannot be used; the fault's text is meant for the person who typed the
 * address.
 */
public final class ProbeFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public ProbeFailedException(Fault fault) {
    super(fault.text());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
