package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TalkCodecTest {
  private static int one(TalkCodec codec, int sample) {
    return codec.encode(new short[] {(short) sample})[0] & 0xff;
  }

  /** Values of the tables in ITU-T G.711. */
  @Test
  void knownSamplesHaveTheirCodes() {
    assertThat(one(TalkCodec.PCMA, 0)).isEqualTo(0xd5);
    assertThat(one(TalkCodec.PCMA, -1)).isEqualTo(0x55);
    assertThat(one(TalkCodec.PCMA, 32767)).isEqualTo(0xaa);
    assertThat(one(TalkCodec.PCMA, -32768)).isEqualTo(0x2a);
    assertThat(one(TalkCodec.PCMU, 0)).isEqualTo(0xff);
    assertThat(one(TalkCodec.PCMU, 32767)).isEqualTo(0x80);
    assertThat(one(TalkCodec.PCMU, -32768)).isEqualTo(0x00);
  }

  @Property
  void whatIsDecodedIsWithinAStepOfWhatWasSaid(@ForAll short sample) {
    for (TalkCodec codec : TalkCodec.values()) {
      int decoded =
          codec == TalkCodec.PCMA ? fromA(one(codec, sample)) : fromMu(one(codec, sample));
      assertThat(Math.abs(decoded - sample)).isLessThanOrEqualTo(16 + Math.abs(sample) / 16);
    }
  }

  private static int fromA(int code) {
    int bits = code ^ 0x55;
    int power = bits >> 4 & 7;
    int mantissa = bits & 0xf;
    int value = power == 0 ? (mantissa << 4) + 8 : (mantissa << 4) + 264 << power - 1;
    return (bits & 0x80) == 0 ? -value : value;
  }

  private static int fromMu(int code) {
    int bits = ~code & 0xff;
    int value = ((bits & 0xf) << 3) + 132 << (bits >> 4 & 7);
    return (bits & 0x80) == 0 ? value - 132 : 132 - value;
  }
}
