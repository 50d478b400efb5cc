package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/**
 * What H.264 and H.265 in RTP have in common: NAL units that come whole, several in a packet or in
 * fragments. Keeps nothing of them itself. An access unit ends with the marker bit, or with a new
 * timestamp from cameras that set none; a lost packet damages the unit under way.
 */
abstract class NalDepacketiser implements VideoDepacketiser {
  private final NalSink sink;
  private final int leastBytes;
  private final SequenceCounter sequence = new SequenceCounter();
  private final TimestampCounter timestamps = new TimestampCounter();
  private boolean unitOpen;
  private boolean fragmentOpen;
  private long timestamp;

  /** Units of an aggregation with fewer bytes are left out. */
  NalDepacketiser(NalSink sink, int leastBytes) {
    this.sink = sink;
    this.leastBytes = leastBytes;
  }

  @Override
  public final void packet(RtpPacket packet, ByteBuffer buffer)
      throws MalformedException, PoolExhaustedException {
    boolean follows = sequence.follows(packet.sequence());
    long time = timestamps.extend(packet.timestamp());
    if (!follows) {
      fragmentOpen = false;
      sink.damaged();
    }
    if (unitOpen && time != timestamp) {
      endUnit();
    }
    timestamp = time;
    payload(buffer, packet.payloadStart(), packet.payloadEnd());
    if (packet.marker() && unitOpen) {
      endUnit();
    }
  }

  @Override
  public final SequenceCounter sequence() {
    return sequence;
  }

  /** Takes the payload [start, end) of a packet apart. */
  abstract void payload(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException;

  /** A NAL unit that is whole. */
  final void whole(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    begin(buffer.get(start));
    sink.append(buffer, start + 1, end);
    sink.endNal();
  }

  /** NAL units with their lengths in front. */
  final void aggregate(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    int at = start;
    while (at + 2 < end) {
      int size = buffer.getShort(at) & 0xffff;
      at += 2;
      if (size > end - at) {
        throw new MalformedException("The camera sends an RTP packet whose parts exceed it");
      }
      if (size >= leastBytes) {
        whole(buffer, at, at + size);
      }
      at += size;
    }
  }

  /** The first fragment of a NAL unit comes; this is the first byte of its header. */
  final void beginFragments(byte header) throws MalformedException, PoolExhaustedException {
    begin(header);
    fragmentOpen = true;
  }

  /** The content [start, end) of a fragment; nothing when the unit's beginning was lost. */
  final void fragment(ByteBuffer buffer, int start, int end, boolean last)
      throws MalformedException, PoolExhaustedException {
    if (!fragmentOpen) {
      return;
    }
    sink.append(buffer, start, end);
    if (last) {
      fragmentOpen = false;
      sink.endNal();
    }
  }

  private void begin(byte header) throws MalformedException, PoolExhaustedException {
    dropOpenFragment();
    unitOpen = true;
    sink.beginNal(header, timestamp);
  }

  private void dropOpenFragment() {
    if (fragmentOpen) {
      fragmentOpen = false;
      sink.damaged();
    }
  }

  private void endUnit() throws MalformedException, PoolExhaustedException {
    dropOpenFragment();
    unitOpen = false;
    sink.endAccessUnit();
  }
}
