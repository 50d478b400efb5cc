package org.lynceus.simulator.onvif;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.onvif.Encoders.Setting;

/** Answers about encoders, of Media1 and Media2; null: the operation or the encoder is unknown. */
final class EncoderAnswers {
  private static final List<String> CODECS = List.of("H264", "H265", "MJPEG");

  private EncoderAnswers() {}

  static @Nullable String answer(OnvifCamera camera, SoapRequest request, boolean second) {
    String token = request.text("ConfigurationToken");
    return switch (request.operation()) {
      case "GetVideoEncoderConfiguration" ->
          second || camera.encoders.get(token) == null
              ? null
              : first(camera, token, "trt:Configuration");
      case "GetVideoEncoderConfigurations" ->
          second && camera.encoders.get(token) != null
              ? second(camera, token, "tr2:Configurations")
              : null;
      case "GetVideoEncoderConfigurationOptions" -> {
        if (camera.encoders.get(token) == null) {
          yield null;
        }
        yield second ? options2(camera, token) : options1(camera, token);
      }
      case "SetVideoEncoderConfiguration" -> set(camera, request, second);
      default -> null;
    };
  }

  private static @Nullable String set(OnvifCamera camera, SoapRequest request, boolean second) {
    String token = request.attribute("Configuration", "token");
    Setting before = camera.encoders.get(token);
    if (before == null) {
      return null;
    }
    if (!second
        && camera.has(Quirk.NEEDS_PERSISTENCE)
        && !request.text("ForcePersistence").equals("true")) {
      return OnvifServer.REFUSED + "only with ForcePersistence";
    }
    String codec = request.text("Encoding").replace("JPEG", "MJPEG");
    if (codec.equals("H265") && camera.has(Quirk.NO_H265)) {
      return OnvifServer.REFUSED + "H.265 needs a licence";
    }
    Setting wanted =
        new Setting(
            codec,
            Integer.parseInt(request.text("Width")),
            Integer.parseInt(request.text("Height")),
            number(request.text("Quality"), before.quality()),
            rounded(camera, number(request.text("FrameRateLimit"), before.frameRate()), 5),
            (int) rounded(camera, number(request.text("BitrateLimit"), before.bitRate()), 512),
            (int)
                number(
                    second
                        ? request.attribute("Configuration", "GovLength")
                        : request.text("GovLength"),
                    before.keyInterval()),
            word(
                second
                    ? request.attribute("Configuration", "Profile")
                    : request.text("H264Profile"),
                before.profile()),
            request.attribute("RateControl", "ConstantBitRate").equals("true"));
    return camera.encoders.set(token, wanted)
        ? ""
        : OnvifServer.REFUSED + "the camera has no such picture";
  }

  private static double number(String text, double otherwise) {
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private static String word(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static double rounded(OnvifCamera camera, double value, int step) {
    return camera.has(Quirk.ROUNDS) ? Math.max(step, Math.round(value / step) * step) : value;
  }

  /** A configuration as Media2 tells it. */
  static String second(OnvifCamera camera, String token, String element) {
    Setting now = setting(camera, token);
    return ("<%1$s token=\"%2$s\" GovLength=\"%3$d\" Profile=\"%4$s\"><tt:Name>Encoder %2$s</tt:Name>"
            + "<tt:UseCount>1</tt:UseCount><tt:Encoding>%5$s</tt:Encoding><tt:Resolution><tt:Width>%6$d</tt:Width>"
            + "<tt:Height>%7$d</tt:Height></tt:Resolution><tt:RateControl ConstantBitRate=\"%8$b\">"
            + "<tt:FrameRateLimit>%9$s</tt:FrameRateLimit><tt:BitrateLimit>%10$d</tt:BitrateLimit></tt:RateControl>"
            + "<tt:Quality>%11$s</tt:Quality></%1$s>")
        .formatted(
            element,
            token,
            now.keyInterval(),
            now.profile(),
            word(now),
            now.width(),
            now.height(),
            now.constant(),
            now.frameRate(),
            now.bitRate(),
            now.quality());
  }

  /** The same as Media1 tells it. */
  static String first(OnvifCamera camera, String token, String element) {
    Setting now = setting(camera, token);
    return ("<%1$s token=\"%2$s\"><tt:Name>Encoder %2$s</tt:Name><tt:UseCount>1</tt:UseCount>"
            + "<tt:Encoding>%3$s</tt:Encoding><tt:Resolution><tt:Width>%4$d</tt:Width><tt:Height>%5$d</tt:Height>"
            + "</tt:Resolution><tt:Quality>%6$s</tt:Quality><tt:RateControl><tt:FrameRateLimit>%7$d</tt:FrameRateLimit>"
            + "<tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>%8$d</tt:BitrateLimit></tt:RateControl>"
            + "<tt:H264><tt:GovLength>%9$d</tt:GovLength><tt:H264Profile>%10$s</tt:H264Profile></tt:H264>"
            + "<tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type><tt:IPv4Address>239.0.0.1</tt:IPv4Address></tt:Address>"
            + "<tt:Port>0</tt:Port><tt:TTL>1</tt:TTL><tt:AutoStart>false</tt:AutoStart></tt:Multicast>"
            + "<tt:SessionTimeout>PT60S</tt:SessionTimeout></%1$s>")
        .formatted(
            element,
            token,
            word(now),
            now.width(),
            now.height(),
            now.quality(),
            Math.round(now.frameRate()),
            now.bitRate(),
            now.keyInterval(),
            now.profile());
  }

  private static Setting setting(OnvifCamera camera, String token) {
    Setting now = camera.encoders.get(token);
    if (now == null) {
      throw new IllegalArgumentException(token);
    }
    return now;
  }

  private static String word(Setting setting) {
    return setting.codec().equals("MJPEG") ? "JPEG" : setting.codec();
  }

  private static String options2(OnvifCamera camera, String token) {
    return CODECS.stream()
        .filter(codec -> !camera.encoders.sizes(token, codec).isEmpty())
        .map(
            codec ->
                "<tr2:Options "
                    + (codec.equals("MJPEG")
                        ? ""
                        : "GovLengthRange=\"1 100\" ProfilesSupported=\"Baseline Main High\" ")
                    + "FrameRatesSupported=\"25 20 15 12.5 10 5 1\" ConstantBitRateSupported=\"true\"><tt:Encoding>"
                    + codec.replace("MJPEG", "JPEG")
                    + "</tt:Encoding>"
                    + range("QualityRange", 1, 10)
                    + sizes(camera, token, codec)
                    + range("BitrateRange", 32, 8192)
                    + "</tr2:Options>")
        .collect(Collectors.joining());
  }

  private static String options1(OnvifCamera camera, String token) {
    String h264 = sizes(camera, token, "H264") + range("GovLengthRange", 1, 100) + rates();
    String profiles =
        "<tt:H264ProfilesSupported>Baseline</tt:H264ProfilesSupported><tt:H264ProfilesSupported>Main"
            + "</tt:H264ProfilesSupported>";
    String jpeg = sizes(camera, token, "MJPEG") + rates();
    boolean pictures = !camera.encoders.sizes(token, "MJPEG").isEmpty();
    return "<trt:Options>"
        + range("QualityRange", 1, 10)
        + (pictures ? "<tt:JPEG>" + jpeg + "</tt:JPEG>" : "")
        + "<tt:H264>"
        + h264
        + profiles
        + "</tt:H264><tt:Extension>"
        + (pictures ? "<tt:JPEG>" + jpeg + range("BitrateRange", 32, 8192) + "</tt:JPEG>" : "")
        + "<tt:H264>"
        + h264
        + profiles
        + range("BitrateRange", 32, 8192)
        + "</tt:H264></tt:Extension></trt:Options>";
  }

  private static String rates() {
    return range("FrameRateRange", 1, 25) + range("EncodingIntervalRange", 1, 1);
  }

  private static String sizes(OnvifCamera camera, String token, String codec) {
    return camera.encoders.sizes(token, codec).stream()
        .map(size -> size.split("x"))
        .map(
            sides ->
                "<tt:ResolutionsAvailable><tt:Width>%s</tt:Width><tt:Height>%s</tt:Height></tt:ResolutionsAvailable>"
                    .formatted(sides[0], sides[1]))
        .collect(Collectors.joining());
  }

  private static String range(String name, int min, int max) {
    return "<tt:%1$s><tt:Min>%2$d</tt:Min><tt:Max>%3$d</tt:Max></tt:%1$s>"
        .formatted(name, min, max);
  }
}
