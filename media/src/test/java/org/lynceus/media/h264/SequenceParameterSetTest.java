package org.lynceus.media.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.testing.Clip;

class SequenceParameterSetTest {
  private static SequenceParameterSet parse(String base64) throws MalformedException {
    return SequenceParameterSet.parse(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
  }

  @Example
  void readsSetsOfSeveralEncoders() throws Exception {
    SequenceParameterSet camera = parse("Z00AKpWoHgCJ+WE=");
    assertThat(camera.width()).isEqualTo(1920);
    assertThat(camera.height()).isEqualTo(1080);
    assertThat(SequenceParameterSet.profileName(camera.profile())).isEqualTo("Main");
    SequenceParameterSet x264 = parse("Z2QAH6zZQFAFuhAAAAMAEAAAAwPI8YMZYA==");
    assertThat(x264.width()).isEqualTo(1280);
    assertThat(x264.height()).isEqualTo(720);
    assertThat(SequenceParameterSet.profileName(x264.profile())).isEqualTo("High");
    assertThat(x264.framesPerSecond()).isNotNull();
    SequenceParameterSet own = SequenceParameterSet.parse(ByteBuffer.wrap(Clip.main().sps()));
    assertThat(own.width()).isEqualTo(320);
    assertThat(own.height()).isEqualTo(240);
  }

  @Example
  void makesTheDecoderConfiguration() throws Exception {
    ParameterSets sets = new ParameterSets();
    assertThat(sets.config()).isNull();
    assertThat(sets.put(Clip.main().sps())).isTrue();
    assertThat(sets.put(Clip.main().pps())).isTrue();
    VideoConfig config = sets.config();
    assertThat(config.codecString()).isEqualTo("avc1.640c0d");
    assertThat(config.configuration()).startsWith(1, 0x64, 0x0c, 0x0d, 0xff, 0xe1);
    assertThat(config.configuration()).endsWith(0xfd, 0xf8, 0xf8, 0);
    assertThat(sets.put(Clip.main().pps())).isFalse();
    assertThat(sets.config()).isSameAs(config);
    assertThat(sets.put(Clip.other().sps())).isTrue();
    assertThat(sets.config()).isNotEqualTo(config);
  }

  @Example
  void refusesWhatIsNoSet() {
    for (String text : List.of("", "Z00=", "aM4G4g==", "Z00AKpWo")) {
      assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedException.class);
    }
  }

  @Property(tries = 1000)
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 60) byte[] noise) {
    byte[] nal = new byte[noise.length + 1];
    nal[0] = 0x67;
    System.arraycopy(noise, 0, nal, 1, noise.length);
    check(nal);
  }

  @Property(tries = 1000)
  void changedSetsAreReadOrRefused(@ForAll int place, @ForAll byte value) {
    byte[] nal = Clip.main().sps();
    nal[Math.floorMod(place, nal.length - 1) + 1] = value;
    check(nal);
  }

  private static void check(byte[] nal) {
    try {
      SequenceParameterSet set = SequenceParameterSet.parse(ByteBuffer.wrap(nal));
      assertThat(set.width()).isBetween(1, 16_384);
      assertThat(set.height()).isBetween(1, 16_384);
      assertThat(set.id()).isBetween(0, 31);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
