package org.lynceus.protocols.onvif;

import java.util.Locale;
import java.util.Optional;
import org.lynceus.protocols.xml.XmlElement;

/**
 * A media profile: which picture source in which encoding.
 *
 * @param source token of the video source
 * @param configuration token of the video source's configuration; events may name it in place of
 *     the source
 * @param codec {@code H264}, {@code H265} or {@code MJPEG}, empty when the device names another
 * @param ptz token of the PTZ configuration, empty when the profile moves nothing
 * @param encoder token of the video encoder's configuration
 */
public record MediaProfile(
    String token,
    String name,
    String source,
    String configuration,
    String codec,
    int width,
    int height,
    String ptz,
    String encoder) {

  /** Pixels of a picture. */
  public long pixels() {
    return (long) width * height;
  }

  /** A profile of Media2's or Media1's GetProfiles; empty without a video source or an encoder. */
  static Optional<MediaProfile> of(XmlElement profile) {
    XmlElement parts = profile.first("Configurations").orElse(profile);
    Optional<XmlElement> source =
        parts.first("VideoSource").or(() -> parts.first("VideoSourceConfiguration"));
    Optional<XmlElement> encoder =
        parts.first("VideoEncoder").or(() -> parts.first("VideoEncoderConfiguration"));
    String token = profile.attribute("token");
    if (token.isEmpty() || source.isEmpty() || encoder.isEmpty()) {
      return Optional.empty();
    }
    String ptz =
        parts
            .first("PTZ")
            .or(() -> parts.first("PTZConfiguration"))
            .map(one -> one.attribute("token"))
            .orElse("");
    return Optional.of(
        new MediaProfile(
            token,
            profile.text("Name"),
            source.get().text("SourceToken"),
            source.get().attribute("token"),
            codec(encoder.get().text("Encoding")),
            number(encoder.get().text("Resolution", "Width")),
            number(encoder.get().text("Resolution", "Height")),
            ptz,
            encoder.get().attribute("token")));
  }

  /** The center's word for a device's encoding, empty when it knows none. */
  static String codec(String encoding) {
    return switch (encoding.toUpperCase(Locale.ROOT)) {
      case "H264" -> "H264";
      case "H265", "HEVC" -> "H265";
      case "JPEG", "MJPEG" -> "MJPEG";
      default -> "";
    };
  }

  private static int number(String text) {
    try {
      return Math.max(0, Math.min(65_535, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
