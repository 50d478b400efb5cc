package org.lynceus.simulator.clip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads classic (not fragmented) MP4 files, ISO/IEC 14496-12: as much as test clips need.
 * Deliberately not the reader of the media engine, so that the simulator does not share its
 * mistakes. The files are chosen by whoever starts the simulator.
 */
final class Mp4File {
  private Mp4File() {}

  static List<Mp4Track> tracks(byte[] file) throws IOException {
    ByteBuffer moov = box(ByteBuffer.wrap(file), "moov");
    List<Mp4Track> tracks = new ArrayList<>();
    for (ByteBuffer trak : boxes(moov, "trak")) {
      ByteBuffer mdia = box(trak, "mdia");
      ByteBuffer handler = box(mdia, "hdlr");
      String kind = text(handler, handler.position() + 8);
      if (kind.equals("vide") || kind.equals("soun")) {
        tracks.add(track(file, mdia));
      }
    }
    return tracks;
  }

  private static Mp4Track track(byte[] file, ByteBuffer mdia) throws IOException {
    ByteBuffer mdhd = box(mdia, "mdhd");
    int timescale = mdhd.getInt(mdhd.position() + (mdhd.get(mdhd.position()) == 1 ? 20 : 12));
    ByteBuffer stbl = box(box(mdia, "minf"), "stbl");
    ByteBuffer entry = box(stbl, "stsd");
    entry.position(entry.position() + 8);
    int entrySize = entry.getInt(entry.position());
    String codec = text(entry, entry.position() + 4);
    ByteBuffer body = entry.slice(entry.position() + 8, entrySize - 8);
    byte[] configuration =
        switch (codec) {
          case "avc1" -> bytes(box(skip(body, 78), "avcC"));
          case "hvc1" -> bytes(box(skip(body, 78), "hvcC"));
          case "mp4a" -> audioConfiguration(box(skip(body, 28), "esds"));
          default -> new byte[0];
        };
    return new Mp4Track(codec, timescale, configuration, samples(file, stbl));
  }

  private static List<Mp4Track.Sample> samples(byte[] file, ByteBuffer stbl) throws IOException {
    ByteBuffer sizes = skip(box(stbl, "stsz"), 4);
    int fixed = sizes.getInt();
    int count = bounded(sizes.getInt(), file.length);
    int[] size = new int[count];
    for (int i = 0; i < count; i++) {
      size[i] = fixed != 0 ? fixed : sizes.getInt();
    }
    long[] offset = offsets(stbl, size);
    int[] duration = runs(box(stbl, "stts"), count);
    int[] composition = has(stbl, "ctts") ? runs(box(stbl, "ctts"), count) : new int[count];
    BitSet keys = keys(stbl, count);
    List<Mp4Track.Sample> samples = new ArrayList<>(count);
    long time = 0;
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[bounded(size[i], file.length)];
      System.arraycopy(file, Math.toIntExact(offset[i]), bytes, 0, size[i]);
      samples.add(new Mp4Track.Sample(bytes, time, duration[i], composition[i], keys.get(i)));
      time += duration[i];
    }
    return samples;
  }

  private static long[] offsets(ByteBuffer stbl, int[] size) throws IOException {
    boolean wide = has(stbl, "co64");
    ByteBuffer chunks = skip(box(stbl, wide ? "co64" : "stco"), 4);
    long[] chunk = new long[bounded(chunks.getInt(), chunks.remaining())];
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = wide ? chunks.getLong() : Integer.toUnsignedLong(chunks.getInt());
    }
    ByteBuffer groups = skip(box(stbl, "stsc"), 4);
    int entries = groups.getInt();
    long[] offset = new long[size.length];
    int sample = 0;
    int perChunk = 0;
    int nextFirst = entries > 0 ? groups.getInt() : 0;
    for (int c = 0; c < chunk.length && sample < size.length; c++) {
      if (c + 1 == nextFirst) {
        perChunk = groups.getInt();
        groups.getInt();
        nextFirst = groups.hasRemaining() && --entries > 0 ? groups.getInt() : Integer.MAX_VALUE;
      }
      long position = chunk[c];
      for (int i = 0; i < perChunk && sample < size.length; i++) {
        offset[sample] = position;
        position += size[sample++];
      }
    }
    return offset;
  }

  private static int[] runs(ByteBuffer table, int count) {
    skip(table, 4);
    int entries = table.getInt();
    int[] values = new int[count];
    int sample = 0;
    for (int entry = 0; entry < entries; entry++) {
      int length = table.getInt();
      int value = table.getInt();
      for (int i = 0; i < length && sample < count; i++) {
        values[sample++] = value;
      }
    }
    return values;
  }

  private static BitSet keys(ByteBuffer stbl, int count) throws IOException {
    BitSet keys = new BitSet(count);
    if (!has(stbl, "stss")) {
      keys.set(0, count);
      return keys;
    }
    ByteBuffer table = skip(box(stbl, "stss"), 4);
    for (int entries = table.getInt(); entries > 0; entries--) {
      keys.set(table.getInt() - 1);
    }
    return keys;
  }

  /** The DecoderSpecificInfo (tag 5) inside the descriptors of an esds box, ISO/IEC 14496-1. */
  private static byte[] audioConfiguration(ByteBuffer esds) throws IOException {
    skip(esds, 4);
    while (esds.hasRemaining()) {
      int tag = esds.get();
      int length = 0;
      int part;
      do {
        part = esds.get();
        length = length << 7 | part & 0x7f;
      } while ((part & 0x80) != 0);
      switch (tag) {
        case 3 -> skip(esds, 3);
        case 4 -> skip(esds, 13);
        case 5 -> {
          byte[] configuration = new byte[bounded(length, esds.remaining())];
          esds.get(configuration);
          return configuration;
        }
        default -> skip(esds, length);
      }
    }
    throw new IOException("esds without a decoder configuration");
  }

  private static int bounded(int length, int most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("a length of " + length + " cannot be in this file");
    }
    return length;
  }

  private static boolean has(ByteBuffer parent, String type) {
    return !boxes(parent, type).isEmpty();
  }

  private static ByteBuffer box(ByteBuffer parent, String type) throws IOException {
    List<ByteBuffer> found = boxes(parent, type);
    if (found.isEmpty()) {
      throw new IOException("no " + type + " box: not a classic MP4 file");
    }
    return found.get(0);
  }

  private static List<ByteBuffer> boxes(ByteBuffer parent, String type) {
    List<ByteBuffer> found = new ArrayList<>();
    ByteBuffer rest = parent.duplicate();
    while (rest.remaining() >= 8) {
      int start = rest.position();
      long size = Integer.toUnsignedLong(rest.getInt(start));
      int header = 8;
      if (size == 1) {
        size = rest.getLong(start + 8);
        header = 16;
      } else if (size == 0) {
        size = rest.remaining();
      }
      if (size < header || size > rest.remaining()) {
        break;
      }
      if (text(rest, start + 4).equals(type)) {
        found.add(rest.slice(start + header, (int) size - header));
      }
      rest.position(start + (int) size);
    }
    return found;
  }

  private static ByteBuffer skip(ByteBuffer buffer, int bytes) {
    return buffer.position(buffer.position() + bytes);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer buffer, int position) {
    byte[] four = new byte[4];
    buffer.get(position, four);
    return new String(four, StandardCharsets.ISO_8859_1);
  }
}
