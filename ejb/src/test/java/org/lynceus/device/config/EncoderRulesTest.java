package org.lynceus.device.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.EncoderOffer;
import org.lynceus.protocols.onvif.EncoderOffer.Size;
import org.lynceus.protocols.onvif.EncoderSettings;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.onvif.VideoEncoder;
import org.lynceus.shared.DomainException;

class EncoderRulesTest {
  private static final EncoderSettings NOW =
      new EncoderSettings("H264", 1920, 1080, 5.0, 25.0, 4096, 50, "High", false);
  private static final VideoEncoder ENCODER =
      new VideoEncoder(
          "e",
          "Encoder",
          NOW,
          List.of(
              new EncoderOffer(
                  "H264",
                  List.of(new Size(1920, 1080), new Size(1280, 720)),
                  List.of(5.0, 12.5, 25.0),
                  new Range(64, 8192),
                  new Range(1, 100),
                  new Range(1, 10),
                  List.of("Main", "High"),
                  true),
              new EncoderOffer(
                  "H265",
                  List.of(new Size(2560, 1440), new Size(1280, 720), new Size(640, 360)),
                  List.of(10.0, 20.0),
                  new Range(32, 2048),
                  new Range(1, 20),
                  new Range(0, 3),
                  List.of("Main"),
                  false),
              new EncoderOffer(
                  "MJPEG",
                  List.of(new Size(640, 360)),
                  List.of(),
                  null,
                  null,
                  null,
                  List.of(),
                  false)));

  private static EncoderChange change(@Nullable String codec, @Nullable Integer bitRate) {
    return new EncoderChange(codec, null, null, null, null, bitRate, null, null, null);
  }

  private static EncoderChange size(int width, int height) {
    return new EncoderChange(null, width, height, null, null, null, null, null, null);
  }

  private static void refuses(EncoderChange change) {
    assertThatThrownBy(() -> EncoderRules.wanted(ENCODER, change))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void onlyWhatIsNamedChanges() {
    assertThat(EncoderRules.wanted(ENCODER, change(null, 1024)))
        .isEqualTo(new EncoderSettings("H264", 1920, 1080, 5.0, 25.0, 1024, 50, "High", false));
    assertThat(EncoderRules.wanted(ENCODER, size(1280, 720)).width()).isEqualTo(1280);
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    refuses(change(null, 63));
    refuses(change(null, 8193));
    refuses(change("AV1", null));
    refuses(size(1280, 719));
    refuses(new EncoderChange(null, 1280, null, null, null, null, null, null, null));
    refuses(new EncoderChange(null, null, null, 11.0, null, null, null, null, null));
    refuses(new EncoderChange(null, null, null, null, 24.0, null, null, null, null));
    refuses(new EncoderChange(null, null, null, null, null, null, 101, null, null));
    refuses(new EncoderChange(null, null, null, null, null, null, null, "Baseline", null));
    refuses(new EncoderChange("H265", null, null, null, null, null, null, null, true));
    refuses(EncoderChange.NOTHING);
  }

  @Test
  void anotherCodecTakesWhatItCanOfTheRest() {
    assertThat(EncoderRules.wanted(ENCODER, change("H265", null)))
        .isEqualTo(new EncoderSettings("H265", 1280, 720, 3.0, 20.0, 2048, 20, "Main", false));
    assertThat(EncoderRules.wanted(ENCODER, change("MJPEG", null)))
        .isEqualTo(new EncoderSettings("MJPEG", 640, 360, 5.0, 25.0, 4096, 50, null, false));
  }

  @Test
  void aDeviceThatOffersNothingIsNotAsked() {
    assertThatThrownBy(
            () ->
                EncoderRules.wanted(
                    new VideoEncoder("e", "Encoder", NOW, List.of()), change(null, 64)))
        .hasMessageContaining("nobody");
  }

  @Test
  void whatTheDeviceMadeOtherwiseIsNamedAsFarAsItWasAskedFor() {
    EncoderChange change = new EncoderChange(null, 1280, 720, null, 25.0, 1000, null, null, null);
    EncoderSettings wanted = EncoderRules.wanted(ENCODER, change);
    EncoderSettings made =
        new EncoderSettings("H264", 1280, 720, 4.0, 25.004, 1024, 25, "Main", false);
    assertThat(EncoderRules.otherwise(change, wanted, made)).containsExactly("bitRate");
    assertThat(EncoderRules.otherwise(change, wanted, NOW)).containsExactly("size", "bitRate");
  }
}
