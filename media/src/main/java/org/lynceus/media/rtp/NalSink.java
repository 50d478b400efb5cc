package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/** Receives NAL units piece by piece, straight from the network buffer, in access units. */
public interface NalSink {
  /**
   * A NAL unit of the access unit with this timestamp begins; its first byte is not appended again.
   */
  void beginNal(byte header, long timestamp) throws MalformedException, PoolExhaustedException;

  /** More bytes of the unit: [from, to) of the buffer. */
  void append(ByteBuffer buffer, int from, int to)
      throws MalformedException, PoolExhaustedException;

  void endNal() throws MalformedException;

  /** Packets were lost: the access unit under way, and its unfinished NAL unit, are damaged. */
  void damaged();

  /** The access unit is complete. */
  void endAccessUnit() throws MalformedException, PoolExhaustedException;
}
