package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/**
 * Turns H.265 packets (RFC 7798: single NAL units, aggregation and fragmentation units, without
 * DONL) into NAL units without keeping anything itself. An access unit ends with the marker bit, or
 * with a new timestamp from cameras that set none.
 */
public final class H265Depacketiser implements VideoDepacketiser {
  private static final int AGGREGATION = 48;
  private static final int FRAGMENT = 49;

  private final NalSink sink;
  private final SequenceCounter sequence = new SequenceCounter();
  private final TimestampCounter timestamps = new TimestampCounter();
  private final ByteBuffer secondByte = ByteBuffer.allocate(1);
  private boolean unitOpen;
  private boolean fragmentOpen;
  private long timestamp;

  public H265Depacketiser(NalSink sink) {
    this.sink = sink;
  }

  @Override
  public void packet(RtpPacket packet, ByteBuffer buffer)
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
  public SequenceCounter sequence() {
    return sequence;
  }

  private void payload(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    if (end - start < 3) {
      return;
    }
    int type = buffer.get(start) >>> 1 & 0x3f;
    if (type < AGGREGATION) {
      whole(buffer, start, end);
    } else if (type == AGGREGATION) {
      aggregate(buffer, start + 2, end);
    } else if (type == FRAGMENT) {
      fragment(buffer, start, end);
    } else {
      throw new MalformedException(
          "The camera sends H.265 in RTP packets of type " + type + ", which are not supported");
    }
  }

  private void whole(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    dropOpenFragment();
    unitOpen = true;
    sink.beginNal(buffer.get(start), timestamp);
    sink.append(buffer, start + 1, end);
    sink.endNal();
  }

  private void aggregate(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    int at = start;
    while (at + 2 < end) {
      int size = buffer.getShort(at) & 0xffff;
      at += 2;
      if (size > end - at) {
        throw new MalformedException("The camera sends an RTP packet whose parts exceed it");
      }
      if (size > 2) {
        whole(buffer, at, at + size);
      }
      at += size;
    }
  }

  private void fragment(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    byte fu = buffer.get(start + 2);
    if ((fu & 0x80) != 0) {
      dropOpenFragment();
      unitOpen = true;
      fragmentOpen = true;
      sink.beginNal((byte) (buffer.get(start) & 0x81 | (fu & 0x3f) << 1), timestamp);
      secondByte.put(0, buffer.get(start + 1));
      sink.append(secondByte, 0, 1);
    }
    if (!fragmentOpen) {
      return;
    }
    sink.append(buffer, start + 3, end);
    if ((fu & 0x40) != 0) {
      fragmentOpen = false;
      sink.endNal();
    }
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
