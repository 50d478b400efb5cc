package org.lynceus.media.gop;

/**
 * One group of pictures with the audio that came meanwhile. It is filled by its stream's network
 * thread, then closed and handed to exactly one owner, who must {@link #release} it.
 */
public final class Gop {
  private final Run run;
  private final MediaBuffer video;
  private final MediaBuffer audio;
  private final SampleTable videoSamples = new SampleTable();
  private final SampleTable audioSamples = new SampleTable();
  private long end;
  private boolean reordered;

  public Gop(Run run, MediaBuffer video, MediaBuffer audio) {
    this.run = run;
    this.video = video;
    this.audio = audio;
  }

  public Run run() {
    return run;
  }

  public MediaBuffer video() {
    return video;
  }

  public MediaBuffer audio() {
    return audio;
  }

  public SampleTable videoSamples() {
    return videoSamples;
  }

  public SampleTable audioSamples() {
    return audioSamples;
  }

  /** Adds a video frame that is decoded when it is shown. */
  public void addVideo(long time, int size) {
    addVideo(time, time, size);
  }

  /**
   * Adds a video frame whose bytes are the newest of {@link #video()}.
   *
   * @param decodeTime when it must be decoded, for those who cannot wait for the rest of the group
   */
  public void addVideo(long time, long decodeTime, int size) {
    if (videoSamples.count() > 0 && time < videoSamples.lastTime()) {
      reordered = true;
    }
    videoSamples.add(time, decodeTime, size);
  }

  /** Whether frames are shown in another order than decoded (B frames). */
  public boolean reordered() {
    return reordered;
  }

  /** Ends the group where the next one, or a gap, begins. */
  public void close(long endTime) {
    end = endTime;
  }

  /** Time of the key frame on the run. */
  public long start() {
    return videoSamples.time(0);
  }

  /** Time at which what follows begins; valid once closed. */
  public long end() {
    return end;
  }

  /** Bytes of media held. */
  public int bytes() {
    return video.length() + audio.length();
  }

  /** Gives the memory back. */
  public void release() {
    video.release();
    audio.release();
  }
}
