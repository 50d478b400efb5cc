package org.lynceus.media.mp4;

import java.util.Arrays;

/**
 * What a decoder must know of an audio track.
 *
 * @param sampleRate samples a second, also the track's clock
 * @param specificConfig the AudioSpecificConfig (ISO 14496-3) of AAC, empty for G.711
 */
public record AudioConfig(AudioCodec codec, int sampleRate, int channels, byte[] specificConfig) {
  /** RFC 6381 codec, with the object type of AAC. */
  public String codecString() {
    return codec == AudioCodec.AAC
        ? "mp4a.40." + AudioSpecificConfig.objectType(specificConfig)
        : codec.sampleEntry();
  }

  /**
   * Samples in one frame of AAC; the length of a G.711 frame is its number of bytes per channel.
   */
  public int samplesOf(int bytes) {
    return codec == AudioCodec.AAC ? 1024 : Math.max(1, bytes / channels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AudioConfig that
        && codec == that.codec
        && sampleRate == that.sampleRate
        && channels == that.channels
        && Arrays.equals(specificConfig, that.specificConfig);
  }

  @Override
  public int hashCode() {
    return 31 * codec.hashCode() + Arrays.hashCode(specificConfig);
  }
}
