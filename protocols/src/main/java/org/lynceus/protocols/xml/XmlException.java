package org.lynceus.protocols.xml;

import org.jspecify.annotations.Nullable;

/** A message that is not read, with the reason; never contains text of the message. */
public final class XmlException extends Exception {
  private static final long serialVersionUID = 1L;

  XmlException(String message) {
    this(message, null);
  }

  XmlException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
