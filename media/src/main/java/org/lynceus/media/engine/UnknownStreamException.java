package org.lynceus.media.engine;

import org.lynceus.media.StreamKey;

/** The engine holds no source for this key: it was never put or was removed. */
public final class UnknownStreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownStreamException(StreamKey key) {
    super("no such stream: " + key);
  }
}
