package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;

/**
 * What a moof that this engine wrote says of its one track.
 *
 * @param baseTime decoding time of the first sample in the track's clock
 * @param offsets presentation minus decoding times
 */
public record MoofInfo(int track, long baseTime, int[] durations, int[] sizes, int[] offsets) {
  private static final int MOST_SAMPLES = 200_000;

  /** Parses the body of a moof. */
  public static MoofInfo parse(ByteBuffer moof) throws MalformedException {
    ByteBuffer traf = BoxReader.require(moof, "traf");
    ByteBuffer header = BoxReader.require(traf, "tfhd");
    ByteBuffer decode = BoxReader.require(traf, "tfdt");
    if (header.remaining() < 8 || decode.remaining() < 12 || decode.get(0) != 1) {
      throw new MalformedException("fragment header of another writer");
    }
    ByteBuffer run = BoxReader.require(traf, "trun");
    return run(header.getInt(4), decode.getLong(4), run);
  }

  /** Sum of the durations. */
  public long duration() {
    long sum = 0;
    for (int duration : durations) {
      sum += duration;
    }
    return sum;
  }

  /** Sum of the sizes. */
  public long bytes() {
    long sum = 0;
    for (int size : sizes) {
      sum += size;
    }
    return sum;
  }

  private static MoofInfo run(int track, long baseTime, ByteBuffer run) throws MalformedException {
    if (run.remaining() < 12) {
      throw new MalformedException("run too short");
    }
    int flags = run.getInt() & 0xff_ffff;
    int count = run.getInt();
    boolean composition = (flags & 0x800) != 0;
    if ((flags & 0x701) != 0x301) {
      throw new MalformedException("run of another writer");
    }
    BoxReader.skip(run, (flags & 0x4) != 0 ? 8 : 4);
    if (count < 1 || count > MOST_SAMPLES || run.remaining() != count * (composition ? 12L : 8L)) {
      throw new MalformedException("run with an impossible count");
    }
    int[] durations = new int[count];
    int[] sizes = new int[count];
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      durations[i] = run.getInt();
      sizes[i] = run.getInt();
      offsets[i] = composition ? run.getInt() : 0;
      if (durations[i] < 0 || sizes[i] < 0) {
        throw new MalformedException("run with impossible values");
      }
    }
    return new MoofInfo(track, baseTime, durations, sizes, offsets);
  }
}
