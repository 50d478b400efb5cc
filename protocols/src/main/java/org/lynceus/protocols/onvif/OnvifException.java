package org.lynceus.protocols.onvif;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;

/**
 * Why a call to a device failed, in words for the person who owns it.
 *
 * <p>The SOAP subcode is the device's own word, for example {@code ActionNotSupported}; empty when
 * the failure was none of SOAP.
 */
public final class OnvifException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final String subcode;

  public OnvifException(FaultCode code, String text, @Nullable Throwable cause) {
    this(code, text, "", cause);
  }

  OnvifException(FaultCode code, String text, String subcode, @Nullable Throwable cause) {
    super(text, cause);
    this.fault = new Fault(code, text);
    this.subcode = subcode;
  }

  /** What a call without waiting failed with. */
  public static OnvifException of(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof OnvifException known) {
        return known;
      }
    }
    throw new IllegalStateException("a call failed with what it must not fail with", failure);
  }

  public Fault fault() {
    return fault;
  }

  public String subcode() {
    return subcode;
  }

  /** Whether the device understood and refused; the connection to it is good. */
  public boolean refused() {
    return !subcode.isEmpty();
  }

  /** Whether the device says that it does not know the operation. */
  public boolean unsupported() {
    return subcode.equals("ActionNotSupported")
        || subcode.equals("UnknownAction")
        || subcode.equals("ActionNotImplemented")
        || subcode.equals("OptionalActionNotImplemented");
  }
}
