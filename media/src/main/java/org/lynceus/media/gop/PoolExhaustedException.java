package org.lynceus.media.gop;

/**
 * All media memory is in use. Carries no stack trace: it is a state of load, not an error of the
 * program.
 */
public final class PoolExhaustedException extends Exception {
  private static final long serialVersionUID = 1L;

  PoolExhaustedException() {
    super("all media memory is in use", null, false, false);
  }
}
