package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.h264.BitReader;

/** Reads the AudioSpecificConfig of ISO 14496-3, table 1.15, as far as a recorder needs it. */
public final class AudioSpecificConfig {
  private static final int[] RATES = {
    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
  };
  private static final int LONGEST = 64;

  private AudioSpecificConfig() {}

  /** The configuration of an AAC track; refuses what is no AAC. */
  public static AudioConfig parse(byte[] config) throws MalformedException {
    if (config.length < 2 || config.length > LONGEST) {
      throw new MalformedException("AAC configuration of " + config.length + " bytes");
    }
    BitReader bits = new BitReader(ByteBuffer.wrap(config));
    int objectType = objectType(bits);
    int rateIndex = bits.read(4);
    int rate = rateIndex == 15 ? bits.read(24) : rateIndex < RATES.length ? RATES[rateIndex] : 0;
    int channels = bits.read(4);
    if (rate < 4000 || rate > 192_000 || channels > 7 || objectType == 0) {
      throw new MalformedException("AAC configuration with impossible values");
    }
    return new AudioConfig(AudioCodec.AAC, rate, channels == 7 ? 8 : Math.max(1, channels), config);
  }

  static int objectType(byte[] config) {
    return config.length == 0 ? 2 : (config[0] & 0xff) >>> 3;
  }

  private static int objectType(BitReader bits) throws MalformedException {
    int type = bits.read(5);
    return type == 31 ? 32 + bits.read(6) : type;
  }
}
