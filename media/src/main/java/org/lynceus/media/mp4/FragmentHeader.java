package org.lynceus.media.mp4;

import java.nio.ByteBuffer;

/** Writes a moof with one track and the header of the mdat that follows it. */
public final class FragmentHeader {
  private static final int MOOF = 0x6d6f6f66;
  private static final int MFHD = 0x6d666864;
  private static final int TRAF = 0x74726166;
  private static final int TFHD = 0x74666864;
  private static final int TFDT = 0x74666474;
  private static final int TRUN = 0x7472756e;
  private static final int MDAT = 0x6d646174;
  private static final int FIXED = 8 + 16 + 8 + 20 + 20;
  private static final int SYNC_SAMPLE = 0x0200_0000;
  private static final int OTHER_SAMPLE = 0x0101_0000;
  private static final int BASE_IS_MOOF_AND_DEFAULT_FLAGS = 0x02_0020;
  private static final int OFFSET_DURATION_SIZE = 0x301;
  private static final int FIRST_FLAGS = 0x4;
  private static final int COMPOSITION = 0x800;

  private FragmentHeader() {}

  /** Bytes of the moof and the mdat's header for a key frame's group or for audio. */
  public static int bytes(int track, FragmentSamples samples) {
    return FIXED + runBytes(track, samples) + 8;
  }

  /**
   * Writes at the buffer's position.
   *
   * @param key whether the first sample of a video fragment is a key frame
   * @param baseTime decoding time of the first sample in the track's clock
   * @param dataBytes length of the media that follows
   */
  public static void write(
      ByteBuffer out,
      int sequence,
      int track,
      boolean key,
      long baseTime,
      FragmentSamples samples,
      int dataBytes) {
    int run = runBytes(track, samples);
    out.putInt(FIXED + run).putInt(MOOF);
    out.putInt(16).putInt(MFHD).putInt(0).putInt(sequence);
    out.putInt(8 + 20 + 20 + run).putInt(TRAF);
    out.putInt(20).putInt(TFHD).putInt(BASE_IS_MOOF_AND_DEFAULT_FLAGS).putInt(track);
    out.putInt(track == TrackBox.VIDEO ? OTHER_SAMPLE : SYNC_SAMPLE);
    out.putInt(20).putInt(TFDT).putInt(1 << 24).putLong(baseTime);
    run(out, run, track, key, samples);
    out.putInt(8 + dataBytes).putInt(MDAT);
  }

  private static void run(
      ByteBuffer out, int bytes, int track, boolean key, FragmentSamples samples) {
    boolean video = track == TrackBox.VIDEO;
    boolean reordered = samples.reordered();
    int flags = OFFSET_DURATION_SIZE | (video ? FIRST_FLAGS : 0) | (reordered ? COMPOSITION : 0);
    out.putInt(bytes).putInt(TRUN).putInt(1 << 24 | flags).putInt(samples.count());
    out.putInt(FIXED + bytes + 8);
    if (video) {
      out.putInt(key ? SYNC_SAMPLE : OTHER_SAMPLE);
    }
    for (int i = 0; i < samples.count(); i++) {
      out.putInt(samples.duration(i)).putInt(samples.size(i));
      if (reordered) {
        out.putInt(samples.compositionOffset(i));
      }
    }
  }

  private static int runBytes(int track, FragmentSamples samples) {
    int fixed = 20 + (track == TrackBox.VIDEO ? 4 : 0);
    return fixed + samples.count() * (samples.reordered() ? 12 : 8);
  }
}
