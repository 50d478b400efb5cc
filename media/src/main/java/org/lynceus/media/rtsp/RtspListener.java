package org.lynceus.media.rtsp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultException;

/** Told by an {@link RtspClient} how the conversation goes. */
public interface RtspListener {
  /** DESCRIBE succeeded. */
  void described(Presentation presentation) throws FaultException;

  /**
   * PLAY succeeded; the RTP timestamps that both tracks give to the same moment, null when not
   * told.
   */
  void playing(@Nullable Long videoTime, @Nullable Long audioTime, boolean audio)
      throws FaultException;

  /** An RTP packet: [from, to) of the buffer. May come before {@link #playing}. */
  void media(boolean video, ByteBuffer buffer, int from, int to) throws FaultException;
}
