package org.lynceus.media.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The committed test clips: access units of an Annex B file and frames of an ADTS file. */
public record Clip(List<List<byte[]>> accessUnits) {
  /** 320x240, 25 frames a second, a key frame each second, 100 frames, High profile. */
  public static Clip main() {
    return read("/org/lynceus/media/clip.h264");
  }

  /** 640x360, one group of 25 frames, Constrained Baseline. */
  public static Clip other() {
    return read("/org/lynceus/media/other.h264");
  }

  public byte[] sps() {
    return find(7);
  }

  public byte[] pps() {
    return find(8);
  }

  private byte[] find(int type) {
    return accessUnits.get(0).stream()
        .filter(nal -> (nal[0] & 0x1f) == type)
        .findFirst()
        .orElseThrow();
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
    List<List<byte[]>> units = new ArrayList<>();
    List<byte[]> unit = new ArrayList<>();
    boolean slices = false;
    for (byte[] nal : nals(all)) {
      int type = nal[0] & 0x1f;
      boolean slice = type >= 1 && type <= 5;
      if (slices && (!slice || (nal[1] & 0x80) != 0)) {
        units.add(unit);
        unit = new ArrayList<>();
        slices = false;
      }
      slices |= slice;
      unit.add(nal);
    }
    units.add(unit);
    return new Clip(units);
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
