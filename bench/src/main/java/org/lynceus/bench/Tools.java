package org.lynceus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the programs of a measurement are, and how they are started.
 *
 * @param work directory for clips, logs and recordings
 * @param ffmpeg the unpacked executable
 * @param floor the compiled floor.c
 */
record Tools(Path work, Path ffmpeg, Path floor) {

  /** Starts a program; what it complains about goes to errors.log. */
  Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LD_LIBRARY_PATH", String.valueOf(ffmpeg.getParent()));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("errors.log").toFile()));
    return builder.start();
  }

  /**
   * Starts a class of this module in a JVM of its own, with vectors as the server and a heap of 512
   * MB, half of it for media.
   */
  Process java(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Integer.getInteger("bench.heap", 512) + "m");
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return start(command);
  }

  /** The clip: 20 s of 1080p25 moving noise at 4 Mbit/s with a key frame every 2 s; made once. */
  Path clip() throws IOException, InterruptedException {
    return clip(50);
  }

  /** The same with a key frame every so many frames. */
  Path clip(int group) throws IOException, InterruptedException {
    Path clip = work.resolve("clip-1080p25-4M" + (group == 50 ? "" : "-" + group) + ".mp4");
    if (!Files.exists(clip)) {
      Process process =
          start(
              List.of(
                  ffmpeg.toString(),
                  "-v",
                  "error",
                  "-y",
                  "-f",
                  "lavfi",
                  "-i",
                  "testsrc2=size=1920x1080:rate=25,noise=alls=12:allf=t",
                  "-t",
                  "20",
                  "-c:v",
                  "libopenh264",
                  "-b:v",
                  "4M",
                  "-maxrate",
                  "4500k",
                  "-g",
                  "" + group,
                  "-pix_fmt",
                  "yuv420p",
                  clip.toString()));
      if (process.waitFor() != 0) {
        throw new IOException("the clip could not be made, see errors.log");
      }
    }
    return clip;
  }
}
