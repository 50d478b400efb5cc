package org.lynceus.media.rtp;

import java.nio.ByteBuffer;

/**
 * A view of one RTP packet (RFC 3550, 5.1) inside a network buffer; used again for every packet of
 * a connection.
 */
public final class RtpPacket {
  private static final int FIXED_HEADER = 12;

  private int payloadType;
  private boolean marker;
  private int sequence;
  private int timestamp;
  private int payloadStart;
  private int payloadEnd;

  /** Points the view at the bytes [start, end) of a buffer; false when they are no RTP packet. */
  public boolean parse(ByteBuffer buffer, int start, int end) {
    if (end - start < FIXED_HEADER || (buffer.get(start) & 0xc0) != 0x80) {
      return false;
    }
    int first = buffer.get(start);
    int second = buffer.get(start + 1);
    payloadType = second & 0x7f;
    marker = (second & 0x80) != 0;
    sequence = buffer.getShort(start + 2) & 0xffff;
    timestamp = buffer.getInt(start + 4);
    payloadStart = start + FIXED_HEADER + 4 * (first & 0x0f);
    if ((first & 0x10) != 0) {
      if (payloadStart + 4 > end) {
        return false;
      }
      payloadStart += 4 + 4 * (buffer.getShort(payloadStart + 2) & 0xffff);
    }
    int padding = (first & 0x20) != 0 ? buffer.get(end - 1) & 0xff : 0;
    payloadEnd = end - padding;
    return payloadStart <= payloadEnd;
  }

  public int payloadType() {
    return payloadType;
  }

  public boolean marker() {
    return marker;
  }

  /** 16 bits. */
  public int sequence() {
    return sequence;
  }

  /** 32 bits, to be read as unsigned. */
  public int timestamp() {
    return timestamp;
  }

  public int payloadStart() {
    return payloadStart;
  }

  public int payloadEnd() {
    return payloadEnd;
  }
}
