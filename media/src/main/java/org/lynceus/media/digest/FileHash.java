package org.lynceus.media.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of one file under way: by the Java runtime at once, or in a lane, where it waits for
 * {@link LaneHasher}. Used by one thread.
 */
final class FileHash {
  private final @Nullable MessageDigest alone;
  final int[] state = Sha256.start();
  private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
  private long length;
  private long waiting;

  /** Bytes that wait, and what to do when they are not needed any more. */
  private record Piece(ByteBuffer bytes, @Nullable Runnable done) {}

  /** By the runtime's digest, or in a lane when that is null. */
  FileHash(@Nullable MessageDigest alone) {
    this.alone = alone;
  }

  /** Whether nothing ever waits for a lane. */
  boolean alone() {
    return alone != null;
  }

  /** Takes the next bytes of the file; done is run when they are not needed any more. */
  void take(List<ByteBuffer> parts, Runnable done) {
    if (alone != null) {
      parts.forEach(alone::update);
      done.run();
      return;
    }
    for (ByteBuffer part : parts) {
      length += part.remaining();
      add(part);
    }
    pieces.add(new Piece(ByteBuffer.allocate(0), done));
  }

  private void add(ByteBuffer part) {
    waiting += part.remaining();
    pieces.add(new Piece(part, null));
  }

  /** No more bytes come. */
  void end() {
    if (alone == null) {
      add(Sha256.padding(length));
    }
  }

  /** Whole blocks that wait for a lane. */
  long blocks() {
    return waiting / Sha256.BLOCK;
  }

  /** Fills a buffer with the next bytes; there are at least so many. */
  void move(ByteBuffer target) {
    waiting -= target.remaining();
    while (target.hasRemaining()) {
      ByteBuffer first = pieces.element().bytes;
      int part = Math.min(target.remaining(), first.remaining());
      target.put(target.position(), first, first.position(), part);
      target.position(target.position() + part);
      first.position(first.position() + part);
      dropEmpty();
    }
  }

  /** Copies what is less than a block, so that its memory is not needed any more. */
  void settle() {
    if (alone != null || waiting >= Sha256.BLOCK) {
      return;
    }
    ByteBuffer rest = ByteBuffer.allocate((int) waiting);
    move(rest);
    dropEmpty();
    add(rest.flip());
  }

  private void dropEmpty() {
    Piece first = pieces.peek();
    while (first != null && !first.bytes.hasRemaining()) {
      pieces.remove();
      if (first.done != null) {
        first.done.run();
      }
      first = pieces.peek();
    }
  }

  /** The digest in hex, after the end. */
  String result() {
    if (alone != null) {
      return HexFormat.of().formatHex(alone.digest());
    }
    ByteBuffer digest = ByteBuffer.allocate(4 * Sha256.STATE_WORDS);
    digest.asIntBuffer().put(state);
    return HexFormat.of().formatHex(digest.array());
  }
}
