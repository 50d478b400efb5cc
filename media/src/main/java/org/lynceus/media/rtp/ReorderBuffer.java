package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultException;

/**
 * Brings datagrams into the order of their RTP sequence numbers. Packets that come in order pass
 * through without a copy. One that comes early waits for the missing ones, but neither longer than
 * the patience nor with more than a bounded number of others; then what is missing counts as lost.
 * Late packets and duplicates are dropped. A jump of the numbers begins anew. Used by one thread.
 */
public final class ReorderBuffer {
  private static final int SLOTS = 512;

  /** Receives packets in order. */
  public interface Sink {
    /** A packet: [from, to) of the buffer. */
    void packet(ByteBuffer buffer, int from, int to) throws FaultException;
  }

  private final long patienceNanos;
  private final @Nullable ByteBuffer[] waiting = new @Nullable ByteBuffer[SLOTS];
  private final long[] arrived = new long[SLOTS];
  private int count;
  private int expected = -1;
  private long dropped;

  /** A buffer in which no packet waits longer than this. */
  public ReorderBuffer(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** Takes one packet; hands on all that are in order now. */
  public void offer(int sequence, ByteBuffer buffer, int from, int to, long nanos, Sink sink)
      throws FaultException {
    int ahead = expected < 0 ? 0 : (short) (sequence - expected);
    if (ahead <= -SLOTS || ahead >= SLOTS) {
      release(sink);
      ahead = 0;
      expected = -1;
    }
    if (ahead == 0) {
      expected = sequence + 1 & 0xffff;
      sink.packet(buffer, from, to);
      drain(sink);
    } else if (ahead > 0) {
      keep(sequence, buffer, from, to, nanos);
    } else {
      dropped++;
    }
    expire(nanos, sink);
  }

  /** Gives up what is missing for too long. */
  public void expire(long nanos, Sink sink) throws FaultException {
    while (count > 0 && nanos - oldest() >= patienceNanos) {
      skip(sink);
    }
  }

  /** Hands on all that waits. */
  public void release(Sink sink) throws FaultException {
    while (count > 0) {
      skip(sink);
    }
  }

  /** How many packets wait. */
  public int waiting() {
    return count;
  }

  /** How many packets came too late or twice. */
  public long dropped() {
    return dropped;
  }

  private void keep(int sequence, ByteBuffer buffer, int from, int to, long nanos) {
    int slot = sequence % SLOTS;
    if (waiting[slot] != null) {
      dropped++;
      return;
    }
    ByteBuffer copy = ByteBuffer.allocate(to - from);
    copy.put(0, buffer, from, to - from);
    waiting[slot] = copy;
    arrived[slot] = nanos;
    count++;
  }

  /** When the packet that waits longest came. */
  private long oldest() {
    int slot = lowest();
    long oldest = arrived[slot];
    for (int found = 1; found < count; ) {
      slot = (slot + 1) % SLOTS;
      if (waiting[slot] != null) {
        found++;
        oldest = Math.min(oldest, arrived[slot]);
      }
    }
    return oldest;
  }

  /** The slot of the packet that comes next, of those that wait. */
  private int lowest() {
    int slot = Math.max(0, expected) % SLOTS;
    while (waiting[slot] == null) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  private void skip(Sink sink) throws FaultException {
    int from = Math.max(0, expected) % SLOTS;
    int missing = Math.floorMod(lowest() - from, SLOTS);
    expected = expected + missing & 0xffff;
    drain(sink);
  }

  private void drain(Sink sink) throws FaultException {
    int slot = expected % SLOTS;
    for (ByteBuffer next = waiting[slot]; next != null; next = waiting[slot]) {
      waiting[slot] = null;
      count--;
      expected = expected + 1 & 0xffff;
      slot = expected % SLOTS;
      sink.packet(next, 0, next.capacity());
    }
  }
}
