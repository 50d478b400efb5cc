package org.lynceus.recording;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Settings;

/**
 * The optional ffmpeg beside the center: makes pictures of what Java cannot decode (H.265). Absent
 * unless the setting names it; runs in a process of its own with a bounded time, never on the
 * recording path.
 */
@ApplicationScoped
public class Ffmpeg {
  private static final int PATIENCE_SECONDS = 10;

  @Inject private Settings settings;
  private State state = State.ABSENT;
  private String detail = "LYNCEUS_FFMPEG is not set; pictures of H.265 cannot be made";

  /** Whether it can be used. */
  public enum State {
    /** Not set up. */
    ABSENT,
    READY,
    /** Set up, and it does not run. */
    FAILED
  }

  @PostConstruct
  void find() {
    if (settings.ffmpeg().isEmpty()) {
      return;
    }
    Path program = settings.ffmpeg().get();
    try {
      Path out = Files.createTempFile("lynceus-ffmpeg", ".txt");
      boolean runs = run(List.of(program.toString(), "-version"), null, out);
      state = runs ? State.READY : State.FAILED;
      detail = runs ? Files.readString(out).lines().findFirst().orElse("") : program + " fails";
      Files.delete(out);
    } catch (IOException e) {
      state = State.FAILED;
      detail = program + " cannot be run: " + e.getMessage();
    }
  }

  public State state() {
    return state;
  }

  /** Its version, or why it cannot be used. */
  public String detail() {
    return detail;
  }

  /**
   * The first picture of a short MP4 as JPEG, at most so many pixels wide.
   *
   * @throws IOException when there is no helper or it cannot decode the picture
   */
  public byte[] picture(byte[] mp4, int width) throws IOException {
    if (state != State.READY) {
      throw new IOException("there is no ffmpeg helper");
    }
    Path in = Files.createTempFile("lynceus-picture", ".mp4");
    Path out = Files.createTempFile("lynceus-picture", ".jpg");
    try {
      Files.write(in, mp4);
      List<String> command = new ArrayList<>(List.of(settings.ffmpeg().orElseThrow().toString()));
      command.addAll(List.of("-v", "error", "-i", in.toString(), "-frames:v", "1"));
      command.addAll(List.of("-vf", "scale='min(" + width + ",iw)':-2", "-f", "mjpeg", "-"));
      if (!run(command, in, out) || Files.size(out) == 0) {
        throw new IOException("the ffmpeg helper cannot decode the picture");
      }
      return Files.readAllBytes(out);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static boolean run(List<String> command, @Nullable Path in, Path out) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in == null ? new java.io.File("/dev/null") : in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
