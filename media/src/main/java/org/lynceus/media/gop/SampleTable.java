package org.lynceus.media.gop;

import java.util.Arrays;

/**
 * Times and sizes of the frames of one track in one group of pictures, in order of arrival
 * (decoding order).
 */
public final class SampleTable {
  private long[] times = new long[64];
  private long[] decodeTimes = new long[64];
  private int[] sizes = new int[64];
  private int count;

  /** Adds a frame; the time counts from the start of the run in the track's clock. */
  public void add(long time, int size) {
    add(time, time, size);
  }

  /** Adds a frame that is decoded at another time than shown. */
  public void add(long time, long decodeTime, int size) {
    if (count == sizes.length) {
      times = Arrays.copyOf(times, count * 2);
      decodeTimes = Arrays.copyOf(decodeTimes, count * 2);
      sizes = Arrays.copyOf(sizes, count * 2);
    }
    times[count] = time;
    decodeTimes[count] = decodeTime;
    sizes[count] = size;
    count++;
  }

  /** Makes the last frame longer: another slice of it came as if it were a frame of its own. */
  public void extendLast(int moreBytes) {
    sizes[count - 1] += moreBytes;
  }

  public int count() {
    return count;
  }

  public long time(int index) {
    return times[index];
  }

  /** When a frame can be decoded as it comes, in an order that rises over the whole run. */
  public long decodeTime(int index) {
    return decodeTimes[index];
  }

  public int size(int index) {
    return sizes[index];
  }

  public long lastTime() {
    return times[count - 1];
  }

  /** Presentation times in ascending order. */
  public long[] sortedTimes() {
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
