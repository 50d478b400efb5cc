package org.lynceus.media.gop;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes that grow by pooled chunks, so that media is copied once from the network buffer and
 * written to disk from where it lies. Used by one thread at a time; {@link #release} gives the
 * chunks back and empties it.
 */
public final class MediaBuffer {
  private static final int MASK = BufferPool.CHUNK - 1;

  private final BufferPool pool;
  private ByteBuffer[] chunks = new ByteBuffer[4];
  private int chunkCount;
  private int length;

  public MediaBuffer(BufferPool pool) {
    this.pool = pool;
  }

  public int length() {
    return length;
  }

  /** Appends the bytes [from, to) of a buffer, whose position and limit are left alone. */
  public void append(ByteBuffer source, int from, int to) throws PoolExhaustedException {
    int at = from;
    while (at < to) {
      ByteBuffer chunk = room();
      int offset = length & MASK;
      int part = Math.min(to - at, BufferPool.CHUNK - offset);
      chunk.put(offset, source, at, part);
      at += part;
      length += part;
    }
  }

  /** Appends bytes of another media buffer. */
  public void append(MediaBuffer source, int from, int count) throws PoolExhaustedException {
    int at = from;
    int end = from + count;
    while (at < end) {
      int part = Math.min(end - at, BufferPool.CHUNK - (at & MASK));
      append(source.chunks[at >>> BufferPool.CHUNK_BITS], at & MASK, (at & MASK) + part);
      at += part;
    }
  }

  /** Appends one byte. */
  public void append(byte value) throws PoolExhaustedException {
    room().put(length & MASK, value);
    length++;
  }

  /** Appends four bytes to be set later. */
  public void reserveInt() throws PoolExhaustedException {
    for (int i = 0; i < 4; i++) {
      append((byte) 0);
    }
  }

  /** Overwrites four bytes, big endian. */
  public void setInt(int at, int value) {
    for (int i = 0; i < 4; i++) {
      set(at + i, (byte) (value >>> (24 - 8 * i)));
    }
  }

  private void set(int at, byte value) {
    chunks[at >>> BufferPool.CHUNK_BITS].put(at & MASK, value);
  }

  public byte get(int at) {
    return chunks[at >>> BufferPool.CHUNK_BITS].get(at & MASK);
  }

  /** Cuts the end off; chunks that become empty go back to the pool. */
  public void truncate(int newLength) {
    int needed = (newLength + MASK) >>> BufferPool.CHUNK_BITS;
    while (chunkCount > needed) {
      pool.give(chunks[--chunkCount]);
    }
    length = newLength;
  }

  /** Copies bytes out. */
  public void copy(int from, int count, byte[] target, int targetOffset) {
    int at = from;
    int end = from + count;
    while (at < end) {
      int part = Math.min(end - at, BufferPool.CHUNK - (at & MASK));
      chunks[at >>> BufferPool.CHUNK_BITS].get(at & MASK, target, targetOffset + at - from, part);
      at += part;
    }
  }

  /** Whether the bytes at an offset are these. */
  public boolean matches(int from, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (get(from + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Adds views of all bytes, in order, for a gathering write. Valid until the next change. */
  public void addTo(List<ByteBuffer> parts) {
    for (int i = 0; i < chunkCount; i++) {
      parts.add(
          chunks[i].slice(0, Math.min(BufferPool.CHUNK, length - (i << BufferPool.CHUNK_BITS))));
    }
  }

  public void release() {
    truncate(0);
  }

  private ByteBuffer room() throws PoolExhaustedException {
    if (length == chunkCount << BufferPool.CHUNK_BITS) {
      if (chunkCount == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunkCount * 2);
      }
      chunks[chunkCount] = pool.take();
      chunkCount++;
    }
    return chunks[chunkCount - 1];
  }
}
