package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lynceus.media.h265.ProfileTierLevel;

/**
 * What a decoder must know of a video track.
 *
 * @param configuration the AVC or HEVC DecoderConfigurationRecord (ISO 14496-15); empty for MJPEG
 * @param width pixels shown
 * @param height pixels shown
 */
public record VideoConfig(VideoCodec codec, byte[] configuration, int width, int height) {
  /** RFC 6381 codec, for example {@code avc1.64001f} or {@code hvc1.1.6.L93.B0}. */
  public String codecString() {
    return switch (codec) {
      case H264 ->
          String.format("avc1.%02x%02x%02x", configuration[1], configuration[2], configuration[3]);
      case H265 -> ProfileTierLevel.ofConfiguration(configuration).codecString();
      case MJPEG -> codec.sampleEntry();
    };
  }

  /** The configuration record as a read-only buffer. */
  public ByteBuffer record() {
    return ByteBuffer.wrap(configuration).asReadOnlyBuffer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VideoConfig that
        && codec == that.codec
        && width == that.width
        && height == that.height
        && Arrays.equals(configuration, that.configuration);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(configuration);
  }
}
