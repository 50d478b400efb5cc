package org.lynceus.media.h264;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.mp4.VideoFormat;

/**
 * H.264, and the parameter sets a stream has shown so far, by their ids, from its session
 * description and from the stream itself. Units that repeat known bytes cost a comparison only.
 */
public final class ParameterSets implements VideoFormat {
  private static final int MOST_BYTES = 4096;

  private final TreeMap<Integer, byte[]> sequence = new TreeMap<>();
  private final TreeMap<Integer, byte[]> picture = new TreeMap<>();
  private @Nullable VideoConfig config;
  private @Nullable SequenceParameterSet parsed;

  @Override
  public int type(int header) {
    return NalType.of(header);
  }

  @Override
  public boolean isSlice(int type) {
    return NalType.isSlice(type);
  }

  @Override
  public boolean isKey(int type) {
    return type == NalType.IDR_SLICE;
  }

  @Override
  public boolean leads(int type) {
    return false;
  }

  @Override
  public boolean isStored(int type) {
    return NalType.isStored(type);
  }

  @Override
  public boolean isParameterSet(int type) {
    return type == NalType.SPS || type == NalType.PPS;
  }

  @Override
  public int headerBytes() {
    return 1;
  }

  @Override
  public boolean intraOnly() {
    return false;
  }

  @Override
  public boolean put(byte[] nal) throws MalformedException {
    if (nal.length < 2 || nal.length > MOST_BYTES) {
      throw new MalformedException("parameter set of " + nal.length + " bytes");
    }
    byte[] before;
    if (NalType.of(nal[0]) == NalType.SPS) {
      before = sequence.put(SequenceParameterSet.parse(ByteBuffer.wrap(nal)).id(), nal);
    } else {
      BitReader bits = new BitReader(ByteBuffer.wrap(nal, 1, nal.length - 1));
      before = picture.put(bits.readUnsigned(255), nal);
    }
    boolean changed = !Arrays.equals(before, nal);
    if (changed) {
      config = null;
      parsed =
          sequence.isEmpty()
              ? null
              : SequenceParameterSet.parse(ByteBuffer.wrap(sequence.firstEntry().getValue()));
    }
    return changed;
  }

  @Override
  public boolean knows(int nalType, Predicate<byte[]> sameBytes) {
    for (byte[] known : (nalType == NalType.SPS ? sequence : picture).values()) {
      if (sameBytes.test(known)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable VideoConfig config() {
    SequenceParameterSet first = parsed;
    if (config == null && first != null && !picture.isEmpty()) {
      config = new VideoConfig(VideoCodec.H264, record(first), first.width(), first.height());
    }
    return config;
  }

  @Override
  public int reorder() {
    return parsed == null ? 0 : parsed.reorder();
  }

  @Override
  public @Nullable Double framesPerSecond() {
    return parsed == null ? null : parsed.framesPerSecond();
  }

  @Override
  public @Nullable String profile() {
    return parsed == null ? null : SequenceParameterSet.profileName(parsed.profile());
  }

  /** The first sequence parameter set, null when none was seen. */
  public @Nullable SequenceParameterSet first() {
    return parsed;
  }

  private byte[] record(SequenceParameterSet first) {
    byte[] sps = sequence.firstEntry().getValue();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    out.write(sps, 1, 3);
    out.write(0xff);
    out.write(0xe0 | Math.min(31, sequence.size()));
    sequence.values().stream().limit(31).forEach(nal -> write(out, nal));
    out.write(Math.min(255, picture.size()));
    picture.values().stream().limit(255).forEach(nal -> write(out, nal));
    if (first.profile() == 100 || first.profile() == 110 || first.profile() == 122) {
      out.write(0xfc | first.chroma());
      out.write(0xf8 | first.lumaDepth() - 8);
      out.write(0xf8 | first.chromaDepth() - 8);
      out.write(0);
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte[] nal) {
    out.write(nal.length >>> 8);
    out.write(nal.length);
    out.writeBytes(nal);
  }
}
