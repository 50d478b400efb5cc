package org.lynceus.media.h265;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.h264.BitReader;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.mp4.VideoFormat;

/**
 * H.265, and the parameter sets a stream has shown so far, by their ids. Units that repeat known
 * bytes cost a comparison only.
 */
public final class H265ParameterSets implements VideoFormat {
  private static final int MOST_BYTES = 4096;
  private static final int MOST_SETS = 64;

  private final TreeMap<Integer, byte[]> video = new TreeMap<>();
  private final TreeMap<Integer, byte[]> sequence = new TreeMap<>();
  private final TreeMap<Integer, byte[]> picture = new TreeMap<>();
  private @Nullable H265SequenceParameterSet first;
  private @Nullable Double rate;
  private @Nullable VideoConfig config;

  @Override
  public int type(int header) {
    return H265NalType.of(header);
  }

  @Override
  public boolean isSlice(int type) {
    return H265NalType.isSlice(type);
  }

  @Override
  public boolean isKey(int type) {
    return H265NalType.isKey(type);
  }

  @Override
  public boolean leads(int type) {
    return H265NalType.leads(type);
  }

  @Override
  public boolean isStored(int type) {
    return isSlice(type) || type == H265NalType.PREFIX_SEI || type == H265NalType.SUFFIX_SEI;
  }

  @Override
  public boolean isParameterSet(int type) {
    return H265NalType.isParameterSet(type);
  }

  @Override
  public int headerBytes() {
    return H265NalType.HEADER_BYTES;
  }

  @Override
  public boolean intraOnly() {
    return false;
  }

  @Override
  public boolean put(byte[] nal) throws MalformedException {
    if (nal.length < 3 || nal.length > MOST_BYTES) {
      throw new MalformedException("parameter set of " + nal.length + " bytes");
    }
    int type = type(nal[0]);
    int id = id(type, nal);
    TreeMap<Integer, byte[]> sets = sets(type);
    boolean changed = !Arrays.equals(sets.put(id, nal), nal);
    if (changed) {
      config = null;
      first =
          sequence.isEmpty()
              ? null
              : H265SequenceParameterSet.parse(sequence.firstEntry().getValue());
      rate =
          video.isEmpty()
              ? null
              : VideoParameterSet.parse(video.firstEntry().getValue()).framesPerSecond();
    }
    return changed;
  }

  private static int id(int type, byte[] nal) throws MalformedException {
    return switch (type) {
      case H265NalType.VPS -> VideoParameterSet.parse(nal).id();
      case H265NalType.SPS -> H265SequenceParameterSet.parse(nal).id();
      case H265NalType.PPS ->
          new BitReader(ByteBuffer.wrap(nal, 2, nal.length - 2)).readUnsigned(MOST_SETS - 1);
      default -> throw new MalformedException("not a parameter set");
    };
  }

  @Override
  public boolean knows(int type, Predicate<byte[]> sameBytes) {
    return sets(type).values().stream().anyMatch(sameBytes);
  }

  private TreeMap<Integer, byte[]> sets(int type) {
    return type == H265NalType.VPS ? video : type == H265NalType.SPS ? sequence : picture;
  }

  @Override
  public @Nullable VideoConfig config() {
    H265SequenceParameterSet set = first;
    if (config == null && set != null && !video.isEmpty() && !picture.isEmpty()) {
      config = new VideoConfig(VideoCodec.H265, record(set), set.width(), set.height());
    }
    return config;
  }

  @Override
  public int reorder() {
    return first == null ? 0 : first.reorder();
  }

  @Override
  public @Nullable Double framesPerSecond() {
    return rate;
  }

  @Override
  public @Nullable String profile() {
    return first == null ? null : first.level().profileName();
  }

  /** The first sequence parameter set, null when none was seen. */
  public @Nullable H265SequenceParameterSet first() {
    return first;
  }

  /** HEVCDecoderConfigurationRecord, ISO 14496-15, 8.3.3.1. */
  private byte[] record(H265SequenceParameterSet set) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    out.writeBytes(set.level().bytes());
    out.writeBytes(new byte[] {(byte) 0xf0, 0, (byte) 0xfc});
    out.write(0xfc | set.chroma());
    out.write(0xf8 | set.lumaDepth() - 8);
    out.write(0xf8 | set.chromaDepth() - 8);
    out.writeBytes(new byte[] {0, 0});
    out.write(set.layers() << 3 | (set.nested() ? 4 : 0) | 3);
    out.write(3);
    array(out, H265NalType.VPS, video.values());
    array(out, H265NalType.SPS, sequence.values());
    array(out, H265NalType.PPS, picture.values());
    return out.toByteArray();
  }

  private static void array(ByteArrayOutputStream out, int type, Collection<byte[]> sets) {
    out.write(0x80 | type);
    out.write(sets.size() >>> 8);
    out.write(sets.size());
    for (byte[] nal : sets) {
      out.write(nal.length >>> 8);
      out.write(nal.length);
      out.writeBytes(nal);
    }
  }
}
