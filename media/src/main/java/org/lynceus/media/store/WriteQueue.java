package org.lynceus.media.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Gop;

/**
 * What waits for one writer, bounded in bytes together with the other writers of the volume: one
 * that waits for the disk may use what they leave. A group of pictures counts until it was written.
 * Thread-safe; nothing here touches a disk.
 */
final class WriteQueue {
  private final Bound bound;
  private final ArrayDeque<Item> items = new ArrayDeque<>();
  private boolean closed;

  /** How many bytes may wait for all writers of a volume. Thread-safe. */
  static final class Bound {
    private final long limit;
    private long bytes;

    Bound(long limit) {
      this.limit = limit;
    }

    synchronized boolean take(long size) {
      if (bytes + size > limit) {
        return false;
      }
      bytes += size;
      return true;
    }

    synchronized void give(long size) {
      bytes -= size;
    }

    synchronized long bytes() {
      return bytes;
    }
  }

  /**
   * One task.
   *
   * @param gop to write, null to close the stream's file
   */
  record Item(RecordingSink sink, @Nullable Gop gop) {}

  WriteQueue(Bound bound) {
    this.bound = bound;
  }

  /** Takes a group; false when there is no room or the queue is closed. */
  synchronized boolean offer(RecordingSink sink, Gop gop) {
    if (closed || !bound.take(gop.bytes())) {
      return false;
    }
    items.add(new Item(sink, gop));
    notifyAll();
    return true;
  }

  /** Lets the stream's file be closed after what waits for it. */
  synchronized void end(RecordingSink sink) {
    items.add(new Item(sink, null));
    notifyAll();
  }

  /** The next task, null when none came within the time. */
  synchronized @Nullable Item poll(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (items.isEmpty() && !closed) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return items.poll();
  }

  /** Forgets the bytes of a group that was taken out and is done with. */
  void done(long size) {
    bound.give(size);
  }

  /** Hands the groups of a stream that still wait back to their owner, in order. */
  synchronized List<Gop> takeBack(RecordingSink sink) {
    List<Gop> back = new ArrayList<>();
    for (Iterator<Item> all = items.iterator(); all.hasNext(); ) {
      Item item = all.next();
      Gop gop = item.gop();
      if (item.sink() == sink && gop != null) {
        all.remove();
        bound.give(gop.bytes());
        back.add(gop);
      }
    }
    return back;
  }

  /** Takes nothing more; what waits stays. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean closed() {
    return closed;
  }

  synchronized boolean finished() {
    return closed && items.isEmpty();
  }
}
