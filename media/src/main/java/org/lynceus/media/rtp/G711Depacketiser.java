package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/** G.711 (RFC 3551, 4.5.14): the payload is the samples. */
public final class G711Depacketiser implements AudioDepacketiser {
  private final AudioSink sink;
  private final SequenceCounter sequence = new SequenceCounter();
  private final TimestampCounter timestamps = new TimestampCounter();

  public G711Depacketiser(AudioSink sink) {
    this.sink = sink;
  }

  @Override
  public void packet(RtpPacket packet, ByteBuffer buffer)
      throws MalformedException, PoolExhaustedException {
    sequence.follows(packet.sequence());
    long time = timestamps.extend(packet.timestamp());
    if (packet.payloadEnd() > packet.payloadStart()) {
      sink.audio(time, buffer, packet.payloadStart(), packet.payloadEnd());
    }
  }

  @Override
  public SequenceCounter sequence() {
    return sequence;
  }
}
