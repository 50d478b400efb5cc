package org.lynceus.media.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The packed form of a segment's fragments for the index: version byte, count, then per fragment
 * the gap to the fragment before (in bytes and in microseconds), both sizes and the duration, as
 * unsigned LEB128 numbers. Decoding is bounded and refuses anything {@link #encode} cannot have
 * written.
 */
public final class FragmentTable {
  private static final int VERSION = 1;
  private static final int MOST = 100_000;

  private FragmentTable() {}

  /** Packs fragments that are in order of offset and time and do not overlap. */
  public static byte[] encode(List<Fragment> fragments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8 + fragments.size() * 12);
    out.write(VERSION);
    write(out, fragments.size());
    long offset = 0;
    long micros = 0;
    for (Fragment fragment : fragments) {
      write(out, fragment.offset() - offset);
      write(out, fragment.videoBytes());
      write(out, fragment.audioBytes());
      write(out, fragment.startMicros() - micros);
      write(out, fragment.durationMicros());
      offset = fragment.offset() + fragment.bytes();
      micros = fragment.startMicros() + fragment.durationMicros();
    }
    return out.toByteArray();
  }

  /** Throws {@link IllegalArgumentException} for bytes that are no fragment table. */
  public static List<Fragment> decode(byte[] table) {
    Reader in = new Reader(table);
    if (in.read(255) != VERSION) {
      throw new IllegalArgumentException("fragment table of another version");
    }
    int count = (int) in.read(MOST);
    if (count > table.length / 5) {
      throw new IllegalArgumentException("fragment table shorter than its count");
    }
    List<Fragment> fragments = new ArrayList<>(count);
    long offset = 0;
    long micros = 0;
    for (int i = 0; i < count; i++) {
      long start = offset + in.read(Integer.MAX_VALUE);
      int video = (int) in.read(Integer.MAX_VALUE / 2);
      int audio = (int) in.read(Integer.MAX_VALUE / 2);
      long time = micros + in.read(Integer.MAX_VALUE);
      int duration = (int) in.read(Integer.MAX_VALUE);
      fragments.add(new Fragment(start, video, audio, time, duration));
      offset = start + video + audio;
      micros = time + duration;
    }
    in.requireEnd();
    return fragments;
  }

  private static void write(ByteArrayOutputStream out, long value) {
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("fragments overlap or are out of order");
    }
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** Reads bounded numbers and never past the end. */
  private static final class Reader {
    private final byte[] table;
    private int at;

    Reader(byte[] table) {
      this.table = table;
    }

    long read(long most) {
      long value = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        if (at >= table.length) {
          throw new IllegalArgumentException("fragment table cut off");
        }
        byte part = table[at++];
        value |= (long) (part & 0x7f) << shift;
        if (part >= 0) {
          return bounded(value, most);
        }
      }
      throw new IllegalArgumentException("fragment table with an endless number");
    }

    private static long bounded(long value, long most) {
      if (value > most) {
        throw new IllegalArgumentException("fragment table with a number out of range");
      }
      return value;
    }

    void requireEnd() {
      if (at != table.length) {
        throw new IllegalArgumentException("fragment table with bytes left over");
      }
    }
  }
}
