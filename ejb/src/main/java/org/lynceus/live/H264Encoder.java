package org.lynceus.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the helper makes H.264: the first of these that it was built with. At most 1920 pixels wide,
 * 8 bit 4:2:0, about 4 Mbit/s at most, without frames that wait for later ones.
 */
enum H264Encoder {
  LIBX264,
  LIBOPENH264,
  /** Intel and AMD graphics; only where the device is there. */
  H264_VAAPI;

  private static final String DEVICE = "/dev/dri/renderD128";
  private static final String SMALLER = "scale='min(1920,iw)':-2";

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The best of those in the list that {@code ffmpeg -encoders} prints, or null. */
  static @Nullable H264Encoder of(String list) {
    return Stream.of(values())
        .filter(encoder -> list.contains(" " + encoder.word() + " "))
        .filter(encoder -> encoder != H264_VAAPI || Files.isReadable(Path.of(DEVICE)))
        .findFirst()
        .orElse(null);
  }

  /** Arguments before the input. */
  List<String> device() {
    return this == H264_VAAPI ? List.of("-vaapi_device", DEVICE) : List.of();
  }

  /** Arguments of the output. */
  List<String> arguments() {
    return switch (this) {
      case LIBX264 ->
          List.of(
              "-vf",
              SMALLER + ",format=yuv420p",
              "-c:v",
              "libx264",
              "-preset",
              "veryfast",
              "-tune",
              "zerolatency",
              "-crf",
              "25",
              "-maxrate",
              "4M",
              "-bufsize",
              "4M");
      case LIBOPENH264 ->
          List.of("-vf", SMALLER + ",format=yuv420p", "-c:v", "libopenh264", "-b:v", "3M");
      case H264_VAAPI ->
          List.of("-vf", SMALLER + ",format=nv12,hwupload", "-c:v", "h264_vaapi", "-b:v", "3M");
    };
  }
}
