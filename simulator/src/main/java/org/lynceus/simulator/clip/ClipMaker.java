package org.lynceus.simulator.clip;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the clips under {@code src/main/resources/clips}; run by hand when a scene changes (see
 * {@code simulator/README.md}). Paints every frame with {@link ScenePainter} and pipes it to an
 * ffmpeg that has libopenh264. A clip is {@value #FRAMES} frames at {@value #RATE} per second with
 * a key frame each second, and loops without a jump. Cameras 1 to 4 get an AAC tone of their own
 * pitch.
 */
public final class ClipMaker {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  static final int RATE = 25;
  static final int FRAMES = 250;
  private static final int CAMERAS_WITH_AAC = 4;

  private ClipMaker() {}

  /**
   * Arguments: the ffmpeg executable, the directory for the clips, and optionally which cameras
   * (numbers).
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("usage: ClipMaker <ffmpeg> <directory> [camera...]");
    }
    Path ffmpeg = Path.of(arguments[0]);
    Path directory = Files.createDirectories(Path.of(arguments[1]));
    for (Scene scene : Scene.values()) {
      int camera = scene.ordinal() + 1;
      if (arguments.length == 2
          || List.of(arguments).subList(2, arguments.length).contains(Integer.toString(camera))) {
        make(ffmpeg, directory.resolve("camera-" + camera + ".mp4"), scene, camera);
      }
    }
  }

  private static void make(Path ffmpeg, Path target, Scene scene, int camera)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(ffmpeg, target, camera));
    builder
        .environment()
        .put("LD_LIBRARY_PATH", String.valueOf(ffmpeg.toAbsolutePath().getParent()));
    builder
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (OutputStream pipe = new BufferedOutputStream(process.getOutputStream(), 1 << 20)) {
      BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
      ScenePainter painter = new ScenePainter(image, scene, camera);
      for (int frame = 0; frame < FRAMES; frame++) {
        painter.paint(frame);
        pipe.write(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
      }
    }
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("ffmpeg ended with " + code + " for " + target);
    }
  }

  private static List<String> command(Path ffmpeg, Path target, int camera) {
    List<String> command =
        new ArrayList<>(List.of(ffmpeg.toAbsolutePath().toString(), "-v", "error", "-y"));
    command.addAll(
        List.of(
            "-f",
            "rawvideo",
            "-pix_fmt",
            "bgr24",
            "-s",
            WIDTH + "x" + HEIGHT,
            "-r",
            "" + RATE,
            "-i",
            "-"));
    if (camera <= CAMERAS_WITH_AAC) {
      command.addAll(
          List.of(
              "-f",
              "lavfi",
              "-i",
              "sine=frequency=" + 220 * camera + ":sample_rate=16000:duration=10"));
      command.addAll(List.of("-c:a", "aac", "-b:a", "24k", "-ac", "1"));
    }
    command.addAll(
        List.of(
            "-c:v",
            "libopenh264",
            "-profile:v",
            "high",
            "-rc_mode",
            "quality",
            "-b:v",
            "600k",
            "-maxrate",
            "900k"));
    command.addAll(
        List.of(
            "-g",
            "" + RATE,
            "-pix_fmt",
            "yuv420p",
            "-movflags",
            "+faststart",
            "-fflags",
            "+bitexact"));
    command.addAll(List.of("-flags:v", "+bitexact", "-map_metadata", "-1", target.toString()));
    return command;
  }
}
