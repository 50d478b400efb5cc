package org.lynceus.media;

/**
 * Input that no reading of its format allows. Thrown by every parser of the module; carries no
 * stack trace, because it is made of remote input and costs must not depend on who sends it.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedException(String message) {
    super(message, null, false, false);
  }
}
