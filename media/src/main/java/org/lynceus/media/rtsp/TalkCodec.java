package org.lynceus.media.rtsp;

/**
 * The codecs of speech to a camera: ITU-T G.711 in its two laws, 8000 samples a second, with their
 * static payload types (RFC 3551).
 */
public enum TalkCodec {
  PCMA(8),
  PCMU(0);

  private static final int LARGEST_A = 32_635;
  private static final int MU_BIAS = 132;
  private static final int LARGEST_MU = 32_635;

  private final int payloadType;

  TalkCodec(int payloadType) {
    this.payloadType = payloadType;
  }

  public int payloadType() {
    return payloadType;
  }

  /** One byte a sample of 16 bits. */
  public byte[] encode(short[] samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[i] = this == PCMA ? aLaw(samples[i]) : muLaw(samples[i]);
    }
    return bytes;
  }

  /** A-law: sign, three bits of the power of two, four bits below it; even bits inverted. */
  private static byte aLaw(int sample) {
    int magnitude = Math.min(sample < 0 ? -sample - 1 : sample, LARGEST_A);
    int code;
    if (magnitude < 256) {
      code = magnitude >> 4;
    } else {
      int power = 24 - Integer.numberOfLeadingZeros(magnitude);
      code = power << 4 | magnitude >> power + 3 & 0xf;
    }
    return (byte) ((code | (sample >= 0 ? 0x80 : 0)) ^ 0x55);
  }

  /** Mu-law: as A-law, but biased so that steps begin at zero, and all bits inverted. */
  private static byte muLaw(int sample) {
    int magnitude = Math.min(Math.abs(sample), LARGEST_MU) + MU_BIAS;
    int power = 24 - Integer.numberOfLeadingZeros(magnitude);
    int code = power << 4 | magnitude >> power + 3 & 0xf;
    return (byte) ~(code | (sample < 0 ? 0x80 : 0));
  }
}
