package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/** Turns video packets into units. */
public interface VideoDepacketiser {
  /** Takes one packet whose payload lies in the buffer. */
  void packet(RtpPacket packet, ByteBuffer buffer)
      throws MalformedException, PoolExhaustedException;

  SequenceCounter sequence();
}
