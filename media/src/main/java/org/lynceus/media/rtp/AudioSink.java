package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/** Receives whole audio frames, straight from the network buffer. */
public interface AudioSink {
  /** One frame: [from, to) of the buffer, with its time in the audio's clock. */
  void audio(long timestamp, ByteBuffer buffer, int from, int to)
      throws MalformedException, PoolExhaustedException;
}
