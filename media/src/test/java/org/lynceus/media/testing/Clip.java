package org.lynceus.media.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.media.mp4.VideoCodec;

/**
 * The committed test clips: access units of an Annex B file and frames of an ADTS file.
 *
 * @param times when each access unit is shown, in frames
 */
public record Clip(VideoCodec codec, List<List<byte[]>> accessUnits, List<Integer> times) {
  /** 320x240, 25 frames a second, a key frame each second, 100 frames, High profile. */
  public static Clip main() {
    return read("/org/lynceus/media/clip.h264");
  }

  /** 640x360, one group of 25 frames, Constrained Baseline. */
  public static Clip other() {
    return read("/org/lynceus/media/other.h264");
  }

  /** 320x240 H.264 with up to three B frames in a pyramid, a key frame each second, 75 frames. */
  public static Clip reordered() {
    return read("/org/lynceus/media/bframes.h264").timed("/org/lynceus/media/bframes.times");
  }

  /** 320x240 H.265, 25 frames a second, a key frame each second, 75 frames, nothing reordered. */
  public static Clip h265() {
    return read("/org/lynceus/media/hevc.h265");
  }

  /** 320x240 H.265 with open groups (CRA and leading pictures) and B frames, 75 frames. */
  public static Clip h265Reordered() {
    return read("/org/lynceus/media/hevc-open.h265").timed("/org/lynceus/media/hevc-open.times");
  }

  /** 80 pictures of 320x240. */
  public static Clip jpeg() {
    List<List<byte[]>> units = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      units.add(List.of(Jpegs.picture(320, 240, i)));
    }
    return new Clip(VideoCodec.MJPEG, units, inOrder(units.size()));
  }

  public byte[] sps() {
    return find(codec == VideoCodec.H265 ? 33 : 7);
  }

  public byte[] pps() {
    return find(codec == VideoCodec.H265 ? 34 : 8);
  }

  public byte[] vps() {
    return find(32);
  }

  private Clip timed(String resource) {
    String text = new String(bytes(resource), StandardCharsets.US_ASCII);
    List<Integer> all = Arrays.stream(text.strip().split(" ")).map(Integer::valueOf).toList();
    return new Clip(codec, accessUnits, all);
  }

  private static List<Integer> inOrder(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private int type(byte[] nal) {
    return codec == VideoCodec.H265 ? nal[0] >>> 1 & 0x3f : nal[0] & 0x1f;
  }

  private byte[] find(int type) {
    return accessUnits.get(0).stream().filter(nal -> type(nal) == type).findFirst().orElseThrow();
  }

  /** Raw AAC-LC frames of 1024 samples at 16 kHz, mono. */
  public static List<byte[]> aac() {
    byte[] adts = bytes("/org/lynceus/media/tone.aac");
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at + 7 <= adts.length; ) {
      int size =
          (adts[at + 3] & 3) << 11 | (adts[at + 4] & 0xff) << 3 | (adts[at + 5] & 0xff) >>> 5;
      frames.add(Arrays.copyOfRange(adts, at + 7, at + size));
      at += size;
    }
    return frames;
  }

  static byte[] bytes(String resource) {
    try (InputStream in = Clip.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Clip read(String resource) {
    byte[] all = bytes(resource);
    boolean h265 = resource.endsWith("h265");
    List<List<byte[]>> units = new ArrayList<>();
    List<byte[]> unit = new ArrayList<>();
    boolean slices = false;
    for (byte[] nal : nals(all)) {
      int type = h265 ? nal[0] >>> 1 & 0x3f : nal[0] & 0x1f;
      boolean slice = h265 ? type < 32 : type >= 1 && type <= 5;
      if (slices && (!slice || (nal[h265 ? 2 : 1] & 0x80) != 0)) {
        units.add(unit);
        unit = new ArrayList<>();
        slices = false;
      }
      slices |= slice;
      unit.add(nal);
    }
    units.add(unit);
    return new Clip(h265 ? VideoCodec.H265 : VideoCodec.H264, units, inOrder(units.size()));
  }

  private static List<byte[]> nals(byte[] all) {
    List<byte[]> nals = new ArrayList<>();
    int start = -1;
    for (int i = 0; i + 3 <= all.length; i++) {
      if (all[i] == 0 && all[i + 1] == 0 && all[i + 2] == 1) {
        if (start >= 0) {
          nals.add(trimmed(all, start, i));
        }
        start = i + 3;
      }
    }
    nals.add(trimmed(all, start, all.length));
    return nals;
  }

  private static byte[] trimmed(byte[] all, int from, int to) {
    int end = to;
    while (end > from && all[end - 1] == 0) {
      end--;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(all, from, end - from);
    return out.toByteArray();
  }
}
