package org.lynceus.media.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the ffprobe and ffmpeg that the build unpacked: judges that are not our own code. */
public final class Ffprobe {
  private static final Path DIRECTORY =
      Path.of("target/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64").toAbsolutePath();

  private Ffprobe() {}

  /** Output lines of ffprobe for a file; fails on any complaint. */
  public static List<String> probe(Path file, String... arguments) {
    List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error"));
    command.addAll(List.of(arguments));
    command.add(file.toString());
    return run(command);
  }

  /**
   * Decodes the whole file; fails on any complaint of a decoder. Returns the number of video
   * frames.
   */
  public static int decode(Path file) {
    run(List.of("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-"));
    List<String> count =
        probe(
            file,
            "-count_frames",
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream=nb_read_frames",
            "-of",
            "csv=p=0");
    return Integer.parseInt(count.get(0).replaceAll("\\D", ""));
  }

  /** Runs one of the two programs; fails when it complains. */
  public static List<String> run(List<String> command) {
    List<String> full = new ArrayList<>(command);
    Path program = DIRECTORY.resolve(command.get(0));
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make executable: " + program);
    }
    full.set(0, program.toString());
    try {
      ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
      builder.environment().put("LD_LIBRARY_PATH", DIRECTORY.toString());
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0 || output.contains("rror") || output.contains("nvalid")) {
        throw new AssertionError(command + " ended with " + status + ": " + output);
      }
      return output.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
