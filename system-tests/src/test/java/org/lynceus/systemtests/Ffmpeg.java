package org.lynceus.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** ffprobe and ffmpeg of the build as judges of files that the product made. */
final class Ffmpeg {
  private static final Path FOLDER =
      Repository.ROOT.resolve("system-tests/target/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64");

  private Ffmpeg() {}

  /** Streams and format of a file, as ffprobe sees them; fails when it complains of anything. */
  static JsonObject probe(Path file) throws IOException, InterruptedException {
    String out =
        run(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-of",
                "json",
                "-show_streams",
                "-show_format",
                "-count_frames",
                file.toString()));
    return Json.createReader(new java.io.StringReader(out)).readObject();
  }

  /** Decodes a whole file and fails on the first error. */
  static void decode(Path file) throws IOException, InterruptedException {
    run(List.of("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-"));
  }

  /** A script that starts this ffmpeg, for the center to use as its helper. */
  static void writeHelper(Path file) throws IOException {
    Path program = FOLDER.resolve("ffmpeg");
    program.toFile().setExecutable(true);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "#!/bin/sh\nLD_LIBRARY_PATH=" + FOLDER + " exec " + program + " \"$@\"\n");
    file.toFile().setExecutable(true);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    List<String> full = new ArrayList<>(command);
    full.set(0, FOLDER.resolve(command.get(0)).toString());
    FOLDER.resolve(command.get(0)).toFile().setExecutable(true);
    ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", FOLDER.toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + out);
    }
    return out;
  }

  /** The video stream of a probe. */
  static JsonObject video(JsonObject probe) {
    return probe.getJsonArray("streams").getValuesAs(JsonObject.class).stream()
        .filter(s -> s.getString("codec_type").equals("video"))
        .findFirst()
        .orElseThrow();
  }

  static double seconds(JsonObject probe) {
    return Double.parseDouble(probe.getJsonObject("format").getString("duration"));
  }
}
