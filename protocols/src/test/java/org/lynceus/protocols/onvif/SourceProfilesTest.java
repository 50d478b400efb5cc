package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceProfilesTest {
  private static MediaProfile profile(
      String token, String source, String codec, int width, int height) {
    return new MediaProfile(token, token, source, "", codec, width, height, "", "");
  }

  @Test
  void theLargestPictureIsTheMainStreamAndAQuarterOfItTheSubStream() {
    List<SourceProfiles> chosen =
        SourceProfiles.of(
            List.of(
                profile("small", "v", "H264", 352, 288),
                profile("third", "v", "H264", 704, 576),
                profile("main", "v", "H265", 2560, 1440)));
    assertThat(chosen).hasSize(1);
    assertThat(chosen.get(0).main().token()).isEqualTo("main");
    assertThat(chosen.get(0).sub().token()).isEqualTo("third");
  }

  @Test
  void aRecorderHasOneEntryPerSourceInItsOrder() {
    List<SourceProfiles> chosen =
        SourceProfiles.of(
            List.of(
                profile("b1", "b", "H264", 1920, 1080),
                profile("a1", "a", "H264", 1920, 1080),
                profile("b2", "b", "H264", 640, 360)));
    assertThat(chosen).extracting(SourceProfiles::source).containsExactly("b", "a");
    assertThat(chosen.get(0).sub().token()).isEqualTo("b2");
    assertThat(chosen.get(1).sub()).isNull();
  }

  @Test
  void motionJpegIsMainOnlyWhereThereIsNothingElse() {
    assertThat(
            SourceProfiles.of(
                    List.of(
                        profile("j", "v", "MJPEG", 4000, 3000),
                        profile("h", "v", "H264", 1280, 720)))
                .get(0)
                .main()
                .token())
        .isEqualTo("h");
    assertThat(
            SourceProfiles.of(List.of(profile("j", "v", "MJPEG", 640, 480))).get(0).main().token())
        .isEqualTo("j");
  }

  @Test
  void aSecondProfileOfTheSameSizeIsNoSubStreamAndUnknownCodecsDoNotCount() {
    SourceProfiles only =
        SourceProfiles.of(
                List.of(
                    profile("one", "v", "H264", 1920, 1080),
                    profile("two", "v", "H264", 1920, 1080),
                    profile("odd", "v", "", 320, 240)))
            .get(0);
    assertThat(only.sub()).isNull();
    assertThat(SourceProfiles.of(List.of(profile("odd", "v", "", 320, 240)))).isEmpty();
  }
}
