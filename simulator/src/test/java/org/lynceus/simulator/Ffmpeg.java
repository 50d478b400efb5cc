package org.lynceus.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the ffmpeg and ffprobe that the build unpacked under target/ffmpeg. */
public final class Ffmpeg {
  private static final Path HOME =
      Path.of("target/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64").toAbsolutePath();

  private Ffmpeg() {}

  /** What a run said and how it ended. */
  public record Outcome(int code, byte[] output, String errors) {
    public String text() {
      return new String(output, StandardCharsets.UTF_8);
    }
  }

  public static Outcome run(String tool, String... arguments) throws Exception {
    Path executable = HOME.resolve(tool);
    if (!executable.toFile().setExecutable(true)) {
      throw new IOException(executable + " cannot be made executable");
    }
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LD_LIBRARY_PATH", HOME.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    var errors =
        new java.util.concurrent.FutureTask<>(() -> process.getErrorStream().readAllBytes());
    new Thread(errors, "ffmpeg-errors").start();
    byte[] output = process.getInputStream().readAllBytes();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(tool + " did not end in 60 s");
    }
    return new Outcome(
        process.exitValue(), output, new String(errors.get(), StandardCharsets.UTF_8));
  }
}
