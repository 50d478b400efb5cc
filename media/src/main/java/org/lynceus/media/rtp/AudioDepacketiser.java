package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/** Turns audio packets into frames. */
public interface AudioDepacketiser {
  /** Takes one packet whose payload lies in the buffer. */
  void packet(RtpPacket packet, ByteBuffer buffer)
      throws MalformedException, PoolExhaustedException;

  SequenceCounter sequence();
}
