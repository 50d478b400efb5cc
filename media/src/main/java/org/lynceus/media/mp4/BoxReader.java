package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * Walks the boxes between a buffer's position and limit. A size that leaves these bounds is
 * refused.
 */
public final class BoxReader {
  private final ByteBuffer in;
  private String type = "";
  private ByteBuffer body = ByteBuffer.allocate(0);

  /** Reads a view of the buffer, which is left alone. */
  public BoxReader(ByteBuffer in) {
    this.in = in.slice();
  }

  /** Goes to the next box; false at the end. */
  public boolean next() throws MalformedException {
    if (!in.hasRemaining()) {
      return false;
    }
    if (in.remaining() < 8) {
      throw new MalformedException("box header past the end");
    }
    int start = in.position();
    long size = Integer.toUnsignedLong(in.getInt());
    byte[] name = new byte[4];
    in.get(name);
    type = new String(name, StandardCharsets.ISO_8859_1);
    int header = 8;
    if (size == 1) {
      if (in.remaining() < 8) {
        throw new MalformedException("box header past the end");
      }
      size = in.getLong();
      header = 16;
    }
    if (size < header || size > in.limit() - start) {
      throw new MalformedException("box size out of range");
    }
    body = in.slice(start + header, (int) size - header);
    in.position(start + (int) size);
    return true;
  }

  public String type() {
    return type;
  }

  /** What is inside the current box; a view with its own position. */
  public ByteBuffer body() {
    return body.slice();
  }

  /** The body of the first box of a type, null when there is none. */
  public static @Nullable ByteBuffer find(ByteBuffer in, String type) throws MalformedException {
    BoxReader boxes = new BoxReader(in);
    while (boxes.next()) {
      if (boxes.type().equals(type)) {
        return boxes.body();
      }
    }
    return null;
  }

  /** The body of the box at a path of types; refuses when one is missing. */
  public static ByteBuffer require(ByteBuffer in, String... path) throws MalformedException {
    ByteBuffer at = in;
    for (String type : path) {
      at = find(at, type);
      if (at == null) {
        throw new MalformedException("no " + type + " box");
      }
    }
    return at;
  }

  /** Moves a buffer on, refusing to leave its limit. */
  static ByteBuffer skip(ByteBuffer in, int count) throws MalformedException {
    if (in.remaining() < count) {
      throw new MalformedException("box too short");
    }
    return in.position(in.position() + count);
  }
}
