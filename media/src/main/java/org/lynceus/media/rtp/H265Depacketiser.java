package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/**
 * Turns H.265 packets (RFC 7798: single NAL units, aggregation and fragmentation units, without
 * DONL) into NAL units.
 */
public final class H265Depacketiser extends NalDepacketiser {
  private static final int AGGREGATION = 48;
  private static final int FRAGMENT = 49;

  public H265Depacketiser(NalSink sink) {
    super(sink, 3);
  }

  @Override
  void payload(ByteBuffer buffer, int start, int end)
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

  private void fragment(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    byte fu = buffer.get(start + 2);
    if ((fu & 0x80) != 0) {
      beginFragments((byte) (buffer.get(start) & 0x81 | (fu & 0x3f) << 1));
      fragment(buffer, start + 1, start + 2, false);
    }
    fragment(buffer, start + 3, end, (fu & 0x40) != 0);
  }
}
