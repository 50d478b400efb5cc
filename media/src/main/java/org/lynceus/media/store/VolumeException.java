package org.lynceus.media.store;

import org.lynceus.media.Fault;

/** A directory cannot be used as a volume; the fault says why and what to do. */
public final class VolumeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public VolumeException(Fault fault) {
    super(fault.text());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
