package org.lynceus.media.h265;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.testing.Clip;

class H265ParameterSetsTest {
  private static H265ParameterSets sets(Clip clip) throws MalformedException {
    H265ParameterSets sets = new H265ParameterSets();
    sets.put(clip.vps());
    assertThat(sets.config()).isNull();
    sets.put(clip.sps());
    sets.put(clip.pps());
    return sets;
  }

  @Example
  void theConfigurationIsTheOneThatFfmpegWrites() throws Exception {
    VideoConfig config = sets(Clip.h265Reordered()).config();
    byte[] general = HexFormat.of().parseHex("0101600000009000000000003cf000fcfdf8f800000f03");
    assertThat(config.configuration()).startsWith(general);
    assertThat(config.configuration()[23]).isEqualTo((byte) (0x80 | 32));
    assertThat(config.codecString()).isEqualTo("hvc1.1.6.L60.90");
    assertThat(config.width()).isEqualTo(320);
    assertThat(config.height()).isEqualTo(240);
  }

  @Example
  void tellsRateProfileAndReordering() throws Exception {
    H265ParameterSets sets = sets(Clip.h265Reordered());
    assertThat(sets.profile()).isEqualTo("Main");
    assertThat(sets.reorder()).isEqualTo(2);
    assertThat(sets(Clip.h265()).reorder()).isZero();
  }

  @Example
  void codecNamesLeaveOutTrailingZeros() {
    byte[] main = HexFormat.of().parseHex("01600000" + "00b000000000005d");
    assertThat(new ProfileTierLevel(main).codecString()).isEqualTo("hvc1.1.6.L93.B0");
    byte[] high = HexFormat.of().parseHex("62200000" + "000000000000007b");
    assertThat(new ProfileTierLevel(high).codecString()).isEqualTo("hvc1.A2.4.H123");
  }

  @Example
  void aRepeatedSetIsKnownAndAChangedOneIsNew() throws Exception {
    H265ParameterSets sets = sets(Clip.h265());
    byte[] sps = Clip.h265().sps();
    assertThat(sets.knows(33, known -> java.util.Arrays.equals(known, sps))).isTrue();
    assertThat(sets.put(sps)).isFalse();
    assertThat(sets.put(Clip.h265Reordered().sps())).isTrue();
  }

  @Property(tries = 2000)
  void mutatedSetsAreRefusedOrReadWithinBounds(@ForAll long seed) {
    Random random = new Random(seed);
    byte[][] all = {Clip.h265Reordered().vps(), Clip.h265().sps(), Clip.h265().pps()};
    H265ParameterSets sets = new H265ParameterSets();
    for (byte[] unit : all) {
      byte[] mutated = java.util.Arrays.copyOf(unit, 1 + random.nextInt(unit.length + 8));
      for (int i = random.nextInt(6); i > 0 && mutated.length > 2; i--) {
        mutated[2 + random.nextInt(mutated.length - 2)] = (byte) random.nextInt();
      }
      try {
        sets.put(mutated);
      } catch (MalformedException refused) {
        assertThat(refused.getStackTrace()).isEmpty();
      }
    }
    VideoConfig config = sets.config();
    if (config != null) {
      assertThat(config.width()).isBetween(1, 16_384);
      assertThat(config.codecString()).startsWith("hvc1.");
    }
  }
}
