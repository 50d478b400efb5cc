package org.lynceus.simulator.clip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a camera plays over and over: one video track and at most one audio track, both ready as RTP
 * payloads. Immutable, shared by cameras.
 */
public record Clip(MediaTrack video, @Nullable MediaTrack audio) {
  private static final long LIMIT = 256L << 20;

  /**
   * One of the clips that come with the simulator; camera 5 speaks G.711, cameras 1 to 4 AAC, the
   * others nothing.
   */
  public static Clip builtIn(int camera) throws IOException {
    int number = (camera - 1) % Scene.values().length + 1;
    try (InputStream stream = Clip.class.getResourceAsStream("/clips/camera-" + number + ".mp4")) {
      if (stream == null) {
        throw new IOException("the clip of camera " + number + " is missing in the jar");
      }
      Clip clip = of(stream.readAllBytes());
      return number == 5 ? new Clip(clip.video(), G711Tone.track()) : clip;
    }
  }

  /** Four seconds of 640 x 360 H.265. */
  public static Clip h265() throws IOException {
    return resource("h265");
  }

  /** Four seconds of 640 x 360 H.264 with three B frames in a row. */
  public static Clip reordered() throws IOException {
    return resource("bframes");
  }

  /** Four seconds of 320 x 180 H.264: what every camera's sub stream plays. */
  public static Clip small() throws IOException {
    return resource("sub");
  }

  /** Four seconds of 640 x 360 Motion JPEG, ten pictures a second. */
  public static Clip jpeg() throws IOException {
    return new Clip(JpegPayloads.track(), null);
  }

  private static Clip resource(String name) throws IOException {
    try (InputStream stream = Clip.class.getResourceAsStream("/clips/" + name + ".mp4")) {
      if (stream == null) {
        throw new IOException("the clip " + name + " is missing in the jar");
      }
      return of(stream.readAllBytes());
    }
  }

  /**
   * A clip of the caller's own: a classic MP4 file with H.264 or H.265 and, if it has sound, AAC.
   * At most 256 MB.
   */
  public static Clip read(Path file) throws IOException {
    if (Files.size(file) > LIMIT) {
      throw new IOException(file + " is larger than 256 MB");
    }
    return of(Files.readAllBytes(file));
  }

  static Clip of(byte[] file) throws IOException {
    try {
      return first(file);
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw new IOException("not a complete MP4 file with H.264", e);
    }
  }

  private static Clip first(byte[] file) throws IOException {
    List<Mp4Track> tracks = Mp4File.tracks(file);
    MediaTrack video = null;
    MediaTrack audio = null;
    for (Mp4Track track : tracks) {
      if (track.codec().equals("avc1") && video == null) {
        video = H264Payloads.track(track);
      } else if (track.codec().equals("hvc1") && video == null) {
        video = H265Payloads.track(track);
      } else if (track.codec().equals("mp4a") && audio == null) {
        audio = AacPayloads.track(track);
      }
    }
    if (video == null) {
      throw new IOException("the clip has no H.264 or H.265 track");
    }
    return new Clip(video, audio);
  }
}
