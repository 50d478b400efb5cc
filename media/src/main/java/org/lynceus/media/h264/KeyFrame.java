package org.lynceus.media.h264;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.lynceus.media.mp4.VideoCodec;

/**
 * One picture that can be decoded alone, with what a decoder needs for it.
 *
 * @param configuration the AVC or HEVC DecoderConfigurationRecord (ISO 14496-15) with the parameter
 *     sets, empty for MJPEG; read-only
 * @param accessUnit NAL units with 4-byte length prefixes, or a JPEG file; read-only
 * @param at when it arrived, by the server's clock
 */
public record KeyFrame(
    VideoCodec codec, ByteBuffer configuration, ByteBuffer accessUnit, Instant at) {
  /** A picture of H.264. */
  public KeyFrame(ByteBuffer configuration, ByteBuffer accessUnit, Instant at) {
    this(VideoCodec.H264, configuration, accessUnit, at);
  }
}
