package org.lynceus.media.store;

import java.nio.ByteBuffer;

/** A direct buffer that one thread uses again and again for small headers. */
final class Scratch {
  private ByteBuffer buffer = ByteBuffer.allocateDirect(16_384);

  /** The empty buffer with room for so many bytes; what it held is lost. */
  ByteBuffer take(int needed) {
    if (buffer.capacity() < needed) {
      buffer = ByteBuffer.allocateDirect(needed * 2);
    }
    return buffer.clear();
  }
}
