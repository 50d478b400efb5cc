package org.lynceus.media.playback;

import java.util.Arrays;

/**
 * The samples of one track of an export with the tables of ISO 14496-12 (8.6, 8.7) in the making.
 */
final class SampleList {
  private long[] times = new long[1024];
  private int[] sizes = new int[1024];
  private int[] offsets = new int[1024];
  private boolean[] keys = new boolean[1024];
  private int count;
  private long end;
  private boolean reordered;
  private final IntColumn chunkSamples = new IntColumn();
  private final IntColumn chunkDescriptions = new IntColumn();
  private final LongColumn chunkOffsets = new LongColumn();

  /** Adds a sample; a time not after the one before is moved behind it. */
  void add(long time, int duration, int size, int offset, boolean key) {
    if (count == sizes.length) {
      times = Arrays.copyOf(times, count * 2);
      sizes = Arrays.copyOf(sizes, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2);
      keys = Arrays.copyOf(keys, count * 2);
    }
    times[count] = count == 0 ? time : Math.max(time, times[count - 1] + 1);
    sizes[count] = size;
    offsets[count] = offset;
    keys[count] = key;
    end = Math.max(times[count] + 1, time + duration);
    reordered |= offset != 0;
    count++;
  }

  /**
   * Adds a run of the newest samples that lie together in the file; the offset counts from the
   * start of the media.
   */
  void chunk(int samples, int description, long offset) {
    chunkSamples.add(samples);
    chunkDescriptions.add(description);
    chunkOffsets.add(offset);
  }

  int count() {
    return count;
  }

  boolean reordered() {
    return reordered;
  }

  /** Time of the first sample; the track's own times count from it. */
  long start() {
    return times[0];
  }

  /** Time after the last sample. */
  long end() {
    return end;
  }

  long time(int index) {
    return times[index];
  }

  int size(int index) {
    return sizes[index];
  }

  int offset(int index) {
    return offsets[index];
  }

  boolean key(int index) {
    return keys[index];
  }

  long duration(int index) {
    return (index + 1 < count ? times[index + 1] : end) - times[index];
  }

  int chunks() {
    return chunkSamples.count;
  }

  int chunkSamples(int chunk) {
    return chunkSamples.values[chunk];
  }

  int chunkDescription(int chunk) {
    return chunkDescriptions.values[chunk];
  }

  long chunkOffset(int chunk) {
    return chunkOffsets.values[chunk];
  }

  /** Growing ints. */
  private static final class IntColumn {
    private int[] values = new int[64];
    private int count;

    void add(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }
  }

  /** Growing longs. */
  private static final class LongColumn {
    private long[] values = new long[64];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }
  }
}
