package org.lynceus.media.gop;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Direct buffers of one size, made in slabs and used again for the life of the engine. The pool
 * never gives out more than its limit; whoever gets none must drop media. Thread-safe.
 */
public final class BufferPool {
  static final int CHUNK_BITS = 16;

  /** Bytes of each buffer. */
  public static final int CHUNK = 1 << CHUNK_BITS;

  private static final int SLAB_CHUNKS = 16;

  private final long limit;
  private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
  private long made;

  /** A pool that makes at most so many bytes. */
  public BufferPool(long limitBytes) {
    this.limit = limitBytes;
  }

  synchronized ByteBuffer take() throws PoolExhaustedException {
    if (free.isEmpty()) {
      grow();
    }
    return free.pop();
  }

  synchronized void give(ByteBuffer chunk) {
    free.push(chunk);
  }

  /** Bytes given out now. */
  public synchronized long inUse() {
    return made - (long) free.size() * CHUNK;
  }

  private void grow() throws PoolExhaustedException {
    int size = SLAB_CHUNKS * CHUNK;
    if (made + size > limit) {
      throw new PoolExhaustedException();
    }
    ByteBuffer slab = ByteBuffer.allocateDirect(size);
    for (int i = 0; i < SLAB_CHUNKS; i++) {
      free.push(slab.slice(i * CHUNK, CHUNK));
    }
    made += size;
  }
}
