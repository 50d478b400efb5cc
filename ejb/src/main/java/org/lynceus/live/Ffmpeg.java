package org.lynceus.live;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Settings;

/**
 * The optional ffmpeg beside the center: makes pictures of what Java cannot decode and H.264 of
 * what browsers cannot (H.265, MJPEG). Absent unless the setting names it; runs in processes of its
 * own at low priority, never on the recording path. What it reads comes from cameras, so it reads
 * and writes pipes only, and its time and the size of its output are bounded.
 */
@ApplicationScoped
public class Ffmpeg {
  private static final int PATIENCE_SECONDS = 10;
  private static final int PART_SECONDS = 30;
  private static final int MOST_BYTES = 64 << 20;
  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final List<String> INPUT =
      List.of("-nostdin", "-v", "error", "-protocol_whitelist", "pipe", "-i", "pipe:0");
  private static final List<String> LIVE_INPUT =
      List.of(
          "-nostdin",
          "-v",
          "error",
          "-protocol_whitelist",
          "pipe",
          "-fflags",
          "nobuffer",
          "-flags",
          "low_delay",
          "-probesize",
          "100000",
          "-analyzeduration",
          "500000",
          "-i",
          "pipe:0");

  @Inject private Settings settings;
  private State state = State.ABSENT;
  private String detail = "LYNCEUS_FFMPEG is not set; H.265 has no pictures and is not converted";
  private @Nullable H264Encoder encoder;

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
      String version = said(program, "-version").lines().findFirst().orElse("");
      encoder = H264Encoder.of(said(program, "-encoders"));
      state = State.READY;
      detail =
          version
              + (encoder == null ? "; it has no H.264 encoder" : "; H.264 by " + encoder.word());
    } catch (IOException e) {
      state = State.FAILED;
      detail = program + " cannot be run: " + e.getMessage();
    }
  }

  public State state() {
    return state;
  }

  /** Its version and encoder, or why it cannot be used. */
  public String detail() {
    return detail;
  }

  /** Whether it can make H.264. */
  public boolean transcodes() {
    return encoder != null;
  }

  /**
   * The first picture of a short MP4 as JPEG, at most so many pixels wide.
   *
   * @throws IOException when there is no helper or it cannot decode the picture
   */
  public byte[] picture(byte[] mp4, int width) throws IOException {
    List<String> arguments = new ArrayList<>(INPUT);
    arguments.addAll(List.of("-frames:v", "1", "-vf", "scale='min(" + width + ",iw)':-2"));
    arguments.addAll(List.of("-f", "mjpeg", "pipe:1"));
    return filtered(mp4, arguments, PATIENCE_SECONDS);
  }

  /**
   * A short fragmented MP4 as fragmented MP4 with H.264 and without sound, a fragment per key
   * frame, in a clock of 90 kHz that begins at 0.
   *
   * @throws IOException when there is no helper or it cannot decode the video
   */
  public byte[] part(byte[] mp4) throws IOException {
    List<String> arguments = new ArrayList<>(encoding(INPUT));
    arguments.addAll(List.of("-movflags", "+frag_keyframe+empty_moov+default_base_moof"));
    arguments.addAll(List.of("-f", "mp4", "pipe:1"));
    return filtered(mp4, arguments, PART_SECONDS);
  }

  /**
   * A process that makes H.264, a fragment per frame, of the fragmented MP4 written to it; whoever
   * starts it ends it.
   */
  Process live() throws IOException {
    List<String> arguments = new ArrayList<>(encoding(LIVE_INPUT));
    arguments.addAll(List.of("-movflags", "+frag_every_frame+empty_moov+default_base_moof"));
    arguments.addAll(List.of("-flush_packets", "1", "-f", "mp4", "pipe:1"));
    return new ProcessBuilder(command(program(), arguments))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> encoding(List<String> input) throws IOException {
    if (encoder == null) {
      throw new IOException("there is no helper that makes H.264");
    }
    List<String> arguments = new ArrayList<>(encoder.device());
    arguments.addAll(input);
    arguments.addAll(List.of("-map", "0:v:0", "-an", "-sn", "-dn"));
    arguments.addAll(encoder.arguments());
    arguments.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*2)"));
    arguments.addAll(List.of("-bf", "0", "-video_track_timescale", "90000"));
    return arguments;
  }

  private byte[] filtered(byte[] mp4, List<String> arguments, int seconds) throws IOException {
    Path in = Files.createTempFile("lynceus-helper", ".in");
    Path out = Files.createTempFile("lynceus-helper", ".out");
    try {
      Files.write(in, mp4);
      List<String> bounded = new ArrayList<>(arguments);
      bounded.addAll(bounded.size() - 1, List.of("-fs", Integer.toString(MOST_BYTES)));
      if (!run(command(program(), bounded), in.toFile(), out, seconds) || Files.size(out) == 0) {
        throw new IOException("the ffmpeg helper cannot decode the video");
      }
      return Files.readAllBytes(out);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private Path program() throws IOException {
    if (state != State.READY) {
      throw new IOException("there is no ffmpeg helper");
    }
    return settings.ffmpeg().orElseThrow();
  }

  private static String said(Path program, String argument) throws IOException {
    Path out = Files.createTempFile("lynceus-helper", ".txt");
    try {
      List<String> command = command(program, List.of("-hide_banner", argument));
      if (!run(command, new File("/dev/null"), out, PATIENCE_SECONDS)) {
        throw new IOException("it does not answer " + argument);
      }
      return Files.readString(out);
    } finally {
      Files.delete(out);
    }
  }

  private static List<String> command(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "10"));
    }
    command.add(program.toString());
    command.addAll(arguments);
    return command;
  }

  private static boolean run(List<String> command, File in, Path out, int seconds)
      throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
