package org.lynceus.simulator.onvif;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two encoders of a camera, by their tokens, and the sizes they know. */
final class Encoders {
  static final String MAIN = "enc-main";
  static final String SUB = "enc-sub";

  /** How one works. Bit rate in kbit/s, the interval in pictures. */
  record Setting(
      String codec,
      int width,
      int height,
      double quality,
      double frameRate,
      int bitRate,
      int keyInterval,
      String profile,
      boolean constant) {}

  private final Map<String, Setting> settings = new TreeMap<>();
  private final String largest;
  private @Nullable EncoderListener listener;
  private @Nullable OnvifCamera camera;

  Encoders(String codec, int width, int height) {
    this.largest = width + "x" + height;
    settings.put(MAIN, new Setting(codec, width, height, 5, 25, 2048, 25, "Main", false));
    settings.put(SUB, new Setting("H264", 320, 180, 5, 25, 256, 25, "Main", false));
  }

  synchronized void onChange(OnvifCamera owner, EncoderListener told) {
    camera = owner;
    listener = told;
  }

  /** What an encoder can be, in one codec; none: not this codec. */
  List<String> sizes(String token, String codec) {
    if (!codec.equals("H264")) {
      return token.equals(MAIN) ? List.of("640x360") : List.of();
    }
    return token.equals(MAIN)
        ? List.of("1280x720", "640x360", "320x180")
        : List.of("640x360", "320x180");
  }

  synchronized @Nullable Setting get(String token) {
    return settings.get(token);
  }

  /** Sets one; false: it does not know such a picture. */
  boolean set(String token, Setting wanted) {
    EncoderListener told;
    OnvifCamera of;
    Setting before;
    synchronized (this) {
      before = settings.get(token);
      String size = wanted.width() + "x" + wanted.height();
      if (before == null
          || !sizes(token, wanted.codec()).contains(size)
              && !(token.equals(MAIN)
                  && wanted.codec().equals(before.codec())
                  && size.equals(largest))) {
        return false;
      }
      settings.put(token, wanted);
      told = listener;
      of = camera;
    }
    if (told != null && of != null && !wanted.equals(before)) {
      boolean inBand = of.has(Quirk.IN_BAND) && wanted.codec().equals(before.codec());
      told.encodes(of.number, token.equals(SUB), wanted.codec(), wanted.width(), inBand);
    }
    return true;
  }

  synchronized String status() {
    return settings.entrySet().stream()
        .map(
            one ->
                ("\"%s\":{\"codec\":\"%s\",\"width\":%d,\"height\":%d,\"quality\":%s,"
                        + "\"frameRate\":%s,\"bitRate\":%d,\"keyInterval\":%d,\"profile\":\"%s\","
                        + "\"constant\":%b}")
                    .formatted(
                        one.getKey(),
                        one.getValue().codec(),
                        one.getValue().width(),
                        one.getValue().height(),
                        one.getValue().quality(),
                        one.getValue().frameRate(),
                        one.getValue().bitRate(),
                        one.getValue().keyInterval(),
                        one.getValue().profile(),
                        one.getValue().constant()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
