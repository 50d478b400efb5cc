package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Grows while boxes (ISO 14496-12, 4.2) are written into it; a box's size is filled in when it
 * ends.
 */
public final class BoxBuffer {
  private ByteBuffer out = ByteBuffer.allocate(2048);
  private final Deque<Integer> open = new ArrayDeque<>();

  /** Begins a box. */
  public BoxBuffer begin(String type) {
    open.push(out.position());
    return u32(0).ascii(type);
  }

  /** Begins a box with version and flags. */
  public BoxBuffer beginFull(String type, int version, int flags) {
    return begin(type).u32(version << 24 | flags);
  }

  /** Ends the innermost box. */
  public BoxBuffer end() {
    int start = open.pop();
    out.putInt(start, out.position() - start);
    return this;
  }

  public BoxBuffer u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  public BoxBuffer u16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  public BoxBuffer u24(int value) {
    return u8(value >>> 16).u16(value);
  }

  public BoxBuffer u32(long value) {
    room(4).putInt((int) value);
    return this;
  }

  public BoxBuffer u64(long value) {
    room(8).putLong(value);
    return this;
  }

  public BoxBuffer zeros(int count) {
    room(count).put(new byte[count]);
    return this;
  }

  public BoxBuffer bytes(byte[] value) {
    room(value.length).put(value);
    return this;
  }

  public BoxBuffer ascii(String text) {
    return bytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Bytes written so far. */
  public int size() {
    return out.position();
  }

  /** Overwrites four bytes. */
  public void set32(int at, long value) {
    out.putInt(at, (int) value);
  }

  /** Overwrites eight bytes. */
  public void set64(int at, long value) {
    out.putLong(at, value);
  }

  public byte[] toArray() {
    byte[] all = new byte[out.position()];
    out.get(0, all);
    return all;
  }

  private ByteBuffer room(int count) {
    if (out.remaining() < count) {
      ByteBuffer larger = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + count));
      larger.put(out.flip());
      out = larger;
    }
    return out;
  }
}
