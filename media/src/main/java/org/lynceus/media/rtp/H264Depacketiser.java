package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/**
 * Turns H.264 packets (RFC 6184: single NAL units, STAP-A, FU-A) into NAL units without keeping
 * anything itself. An access unit ends with the marker bit, or with a new timestamp from cameras
 * that set none.
 */
public final class H264Depacketiser implements VideoDepacketiser {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  private final NalSink sink;
  private final SequenceCounter sequence = new SequenceCounter();
  private final TimestampCounter timestamps = new TimestampCounter();
  private boolean unitOpen;
  private boolean fragmentOpen;
  private long timestamp;

  public H264Depacketiser(NalSink sink) {
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
    if (start == end) {
      return;
    }
    byte header = buffer.get(start);
    int type = header & 0x1f;
    if (type > 0 && type < STAP_A) {
      whole(buffer, start, end);
    } else if (type == STAP_A) {
      aggregate(buffer, start + 1, end);
    } else if (type == FU_A) {
      fragment(buffer, start, end);
    } else {
      throw new MalformedException(
          "The camera sends H.264 in RTP packets of type " + type + ", which are not supported");
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
      if (size > 0) {
        whole(buffer, at, at + size);
      }
      at += size;
    }
  }

  private void fragment(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    if (end - start < 2) {
      return;
    }
    byte fu = buffer.get(start + 1);
    if ((fu & 0x80) != 0) {
      dropOpenFragment();
      unitOpen = true;
      fragmentOpen = true;
      sink.beginNal((byte) (buffer.get(start) & 0xe0 | fu & 0x1f), timestamp);
    }
    if (!fragmentOpen) {
      return;
    }
    sink.append(buffer, start + 2, end);
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
