package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out of the sender reports of both tracks which of their RTP timestamps mean the same
 * moment. Reports whose clocks are more than half a minute apart are not believed. Used by one
 * thread.
 */
public final class SenderClocks {
  private static final long MOST_APART = 30L << 32;

  private final int audioClock;
  private @Nullable SenderReport video;
  private @Nullable SenderReport audio;
  private long videoMoment;
  private long audioMoment;

  /** For tracks whose audio counts in this clock. */
  public SenderClocks(int audioClock) {
    this.audioClock = audioClock;
  }

  /** Takes an RTCP packet; whether the moments are known now. */
  public boolean take(boolean ofVideo, ByteBuffer buffer, int from, int to) {
    SenderReport report = SenderReport.parse(buffer, from, to);
    video = ofVideo && report != null ? report : video;
    audio = !ofVideo && report != null ? report : audio;
    if (report == null || video == null || audio == null) {
      return false;
    }
    long apart = video.ntp() - audio.ntp();
    if (Math.abs(apart) > MOST_APART) {
      return false;
    }
    videoMoment = Integer.toUnsignedLong(video.timestamp());
    audioMoment = Integer.toUnsignedLong(audio.timestamp()) + (apart * audioClock >> 32);
    return true;
  }

  /** The video's timestamp of the moment. */
  public long videoMoment() {
    return videoMoment;
  }

  /** The audio's timestamp of the same moment. */
  public long audioMoment() {
    return audioMoment;
  }
}
