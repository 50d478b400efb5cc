package org.lynceus.media.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Gop;

/**
 * What waits for one volume, bounded in bytes. A group of pictures counts until it was written.
 * Thread-safe; nothing here touches a disk.
 */
final class WriteQueue {
  private final long limit;
  private final ArrayDeque<Item> items = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  /**
   * One task.
   *
   * @param gop to write, null to close the stream's file
   */
  record Item(RecordingSink sink, @Nullable Gop gop) {}

  WriteQueue(long limit) {
    this.limit = limit;
  }

  /** Takes a group; false when there is no room or the queue is closed. */
  synchronized boolean offer(RecordingSink sink, Gop gop) {
    long size = gop.bytes();
    if (closed || bytes + size > limit) {
      return false;
    }
    bytes += size;
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
  synchronized void done(long size) {
    bytes -= size;
  }

  /** Hands the groups of a stream that still wait back to their owner, in order. */
  synchronized List<Gop> takeBack(RecordingSink sink) {
    List<Gop> back = new ArrayList<>();
    for (Iterator<Item> all = items.iterator(); all.hasNext(); ) {
      Item item = all.next();
      Gop gop = item.gop();
      if (item.sink() == sink && gop != null) {
        all.remove();
        bytes -= gop.bytes();
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

  synchronized long bytes() {
    return bytes;
  }
}
