package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/** Turns H.264 packets (RFC 6184: single NAL units, STAP-A, FU-A) into NAL units. */
public final class H264Depacketiser extends NalDepacketiser {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  public H264Depacketiser(NalSink sink) {
    super(sink, 1);
  }

  @Override
  void payload(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    if (start == end) {
      return;
    }
    int type = buffer.get(start) & 0x1f;
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

  private void fragment(ByteBuffer buffer, int start, int end)
      throws MalformedException, PoolExhaustedException {
    if (end - start < 2) {
      return;
    }
    byte fu = buffer.get(start + 1);
    if ((fu & 0x80) != 0) {
      beginFragments((byte) (buffer.get(start) & 0xe0 | fu & 0x1f));
    }
    fragment(buffer, start + 2, end, (fu & 0x40) != 0);
  }
}
