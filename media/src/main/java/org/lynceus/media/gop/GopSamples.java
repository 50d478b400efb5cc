package org.lynceus.media.gop;

import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.FragmentSamples;

/**
 * A closed group's tracks as a fragment describes them: decoding times, and durations that add up
 * to the next group.
 */
public final class GopSamples implements FragmentSamples {
  private final SampleTable table;
  private final boolean reordered;
  private final long[] decodeTimes;
  private final long end;

  private GopSamples(SampleTable table, boolean reordered, long end) {
    this.table = table;
    this.reordered = reordered;
    this.decodeTimes = reordered ? decodeTimes(table) : new long[0];
    this.end = end;
  }

  /**
   * The presentation times in ascending order are the decoding times, so that a group's decoding
   * times fill exactly its time on the run, and the file needs nothing but signed offsets. What is
   * shown before the key frame squeezes in behind it.
   */
  private static long[] decodeTimes(SampleTable table) {
    long[] times = table.sortedTimes();
    long start = table.time(0);
    for (int i = 0; i < times.length; i++) {
      times[i] = Math.max(times[i], start + i);
    }
    return times;
  }

  /** The video; its last frame lasts until the group's end. */
  public static GopSamples video(Gop gop) {
    return new GopSamples(gop.videoSamples(), gop.reordered(), gop.end());
  }

  /** The audio; its last frame has its own length. */
  public static GopSamples audio(Gop gop, AudioConfig config) {
    SampleTable table = gop.audioSamples();
    int last = table.count() - 1;
    return new GopSamples(table, false, table.time(last) + config.samplesOf(table.size(last)));
  }

  /** Decoding time of the first sample. */
  public long baseTime() {
    return decodeTime(0);
  }

  @Override
  public int count() {
    return table.count();
  }

  @Override
  public int duration(int index) {
    long next = index + 1 < table.count() ? decodeTime(index + 1) : end;
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, next - decodeTime(index)));
  }

  @Override
  public int size(int index) {
    return table.size(index);
  }

  @Override
  public int compositionOffset(int index) {
    return reordered ? (int) (table.time(index) - decodeTime(index)) : 0;
  }

  @Override
  public boolean reordered() {
    return reordered;
  }

  private long decodeTime(int index) {
    return reordered ? decodeTimes[index] : table.time(index);
  }
}
