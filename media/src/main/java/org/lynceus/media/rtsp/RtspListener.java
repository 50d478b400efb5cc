package org.lynceus.media.rtsp;

import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/** Told by an {@link RtspClient} how the conversation goes. */
public interface RtspListener {
  /** DESCRIBE succeeded. */
  void described(Presentation presentation) throws FaultException;

  /**
   * A track is about to be asked for over UDP: returns the RTP port to receive at; RTCP uses the
   * next one.
   */
  default int openPorts(boolean video) throws FaultException {
    throw new FaultException(FaultCode.INTERNAL, "UDP is not possible here");
  }

  /** The server agreed to send a track over UDP. */
  default void overUdp(boolean video, UdpPorts server) throws FaultException {
    throw new FaultException(FaultCode.INTERNAL, "UDP is not possible here");
  }

  /** The server says that the stream is at another address, which was not looked at yet. */
  void redirected(URI to) throws FaultException;

  /** An RTCP packet: [from, to) of the buffer. */
  default void control(boolean video, ByteBuffer buffer, int from, int to) {}

  /**
   * PLAY succeeded; the RTP timestamps that both tracks give to the same moment, null when not
   * told.
   */
  void playing(@Nullable Long videoTime, @Nullable Long audioTime, boolean audio)
      throws FaultException;

  /** An RTP packet: [from, to) of the buffer. May come before {@link #playing}. */
  void media(boolean video, ByteBuffer buffer, int from, int to) throws FaultException;
}
