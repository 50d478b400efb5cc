package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a decoder must know of an H.264 track.
 *
 * @param avcc the AVCDecoderConfigurationRecord (ISO 14496-15, 5.3.3.1)
 * @param width pixels shown
 * @param height pixels shown
 */
public record VideoConfig(byte[] avcc, int width, int height) {
  /** RFC 6381 codec, for example {@code avc1.64001f}. */
  public String codec() {
    return String.format("avc1.%02x%02x%02x", avcc[1], avcc[2], avcc[3]);
  }

  /** The configuration record as a read-only buffer. */
  public ByteBuffer record() {
    return ByteBuffer.wrap(avcc).asReadOnlyBuffer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VideoConfig that
        && width == that.width
        && height == that.height
        && Arrays.equals(avcc, that.avcc);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(avcc);
  }
}
