package org.lynceus.media.intake;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;
import org.lynceus.media.h265.H265ParameterSets;
import org.lynceus.media.jpeg.JpegFormat;
import org.lynceus.media.mp4.AudioCodec;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.VideoFormat;
import org.lynceus.media.rtp.AacDepacketiser;
import org.lynceus.media.rtp.AudioDepacketiser;
import org.lynceus.media.rtp.G711Depacketiser;
import org.lynceus.media.rtp.H264Depacketiser;
import org.lynceus.media.rtp.H265Depacketiser;
import org.lynceus.media.rtp.JpegDepacketiser;
import org.lynceus.media.rtp.RtpPacket;
import org.lynceus.media.rtp.SequenceCounter;
import org.lynceus.media.rtp.VideoDepacketiser;
import org.lynceus.media.rtsp.Presentation;

/**
 * Takes the RTP packets of one connection apart and feeds its {@link GopAssembler}. Used by one
 * network thread.
 */
public final class RtpIntake {
  private final RtpPacket packet = new RtpPacket();
  private final GopAssembler assembler;
  private final VideoDepacketiser video;
  private final int videoType;
  private final @Nullable AudioDepacketiser audio;
  private final int audioType;
  private int videoSource;
  private long exhausted;

  /** For the tracks of a presentation; the format is the one the assembler was made with. */
  public RtpIntake(Presentation presentation, VideoFormat format, GopAssembler assembler)
      throws FaultException {
    this.assembler = assembler;
    this.video = video(format, assembler);
    this.videoType = presentation.video().media().payloadType();
    this.audio = audio(presentation, assembler);
    this.audioType = presentation.audio() == null ? -1 : presentation.audio().media().payloadType();
  }

  /**
   * Takes one packet: [from, to) of the buffer. Returns false when it was none of the described
   * media.
   */
  public boolean packet(boolean ofVideo, ByteBuffer buffer, int from, int to)
      throws FaultException {
    if (!packet.parse(buffer, from, to)) {
      return false;
    }
    try {
      if (ofVideo && packet.payloadType() == videoType) {
        videoSource = buffer.getInt(from + 8);
        video.packet(packet, buffer);
        return true;
      }
      if (!ofVideo && audio != null && packet.payloadType() == audioType) {
        audio.packet(packet, buffer);
        return true;
      }
      return false;
    } catch (PoolExhaustedException full) {
      exhausted++;
      assembler.exhausted();
      return true;
    } catch (MalformedException broken) {
      throw new FaultException(FaultCode.MALFORMED, String.valueOf(broken.getMessage()));
    }
  }

  /** How often media was dropped because all media memory was in use. */
  public long exhausted() {
    return exhausted;
  }

  /** Counts of the video packets, for receiver reports. */
  public SequenceCounter videoSequence() {
    return video.sequence();
  }

  /** The SSRC of the video. */
  public int videoSource() {
    return videoSource;
  }

  private static VideoDepacketiser video(VideoFormat format, GopAssembler assembler) {
    if (format instanceof JpegFormat jpeg) {
      return new JpegDepacketiser(jpeg, assembler);
    }
    return format instanceof H265ParameterSets
        ? new H265Depacketiser(assembler)
        : new H264Depacketiser(assembler);
  }

  private static @Nullable AudioDepacketiser audio(
      Presentation presentation, GopAssembler assembler) throws FaultException {
    AudioConfig config = presentation.audioConfig();
    if (config == null || presentation.audio() == null) {
      return null;
    }
    if (config.codec() != AudioCodec.AAC) {
      return new G711Depacketiser(assembler);
    }
    try {
      return new AacDepacketiser(presentation.audio().media().parameters(), assembler);
    } catch (MalformedException broken) {
      throw new FaultException(FaultCode.MALFORMED, String.valueOf(broken.getMessage()));
    }
  }
}
