package org.lynceus.media.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.VideoConfig;

/**
 * Decides when a connection's timeline goes on and when a new run begins. Audio is part of a run
 * only while it really comes: a track without samples would stall every player that waits for it.
 */
public final class RunBuilder {
  private static final long AUDIO_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long AUDIO_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  private final RunTimes times;
  private final RandomGenerator random;
  private final @Nullable AudioConfig audioConfig;
  private final AudioTimes audioTimes;
  private boolean started;
  private long firstNanos;
  private boolean audioSeen;
  private long audioNanos;
  private long lastAudioTime = -1;

  /**
   * For one connection.
   *
   * @param audioConfig what the session description promises, null for none
   */
  public RunBuilder(RunTimes times, RandomGenerator random, @Nullable AudioConfig audioConfig) {
    this.times = times;
    this.random = random;
    this.audioConfig = audioConfig;
    this.audioTimes = new AudioTimes(audioConfig == null ? 1 : audioConfig.sampleRate());
  }

  /** Tells which RTP timestamps mean the same moment, when the server said so. */
  public void sameMoment(@Nullable Long video, @Nullable Long audio) {
    audioTimes.sameMoment(video, audio);
  }

  void audioCame(long nanos) {
    audioSeen = true;
    audioNanos = nanos;
  }

  AudioTimes audioTimes() {
    return audioTimes;
  }

  long lastAudioTime() {
    return lastAudioTime;
  }

  void lastAudioTime(long time) {
    lastAudioTime = time;
  }

  /** Whether a key frame at this time belongs to the run. */
  boolean continues(Run run, VideoConfig config, long time, long nanos) {
    boolean stepped = times.stepped(time);
    return !stepped && run.video().equals(config) && Objects.equals(run.audio(), audio(nanos));
  }

  /** A new run that starts with a key frame now. */
  Run begin(VideoConfig config, long videoOrigin, long nanos) {
    audioTimes.begin(videoOrigin);
    lastAudioTime = -1;
    UUID id = new UUID(random.nextLong() & ~0xf000L | 0x4000, random.nextLong() >>> 2 | 1L << 63);
    return new Run(id, times.begin(), config, audio(nanos));
  }

  void reached(Instant end) {
    times.reached(end);
  }

  /**
   * The audio of a run that begins or goes on now. Promised audio that never came on this
   * connection is believed in for a moment, unless the stream's last connection brought none
   * either.
   */
  private @Nullable AudioConfig audio(long nanos) {
    if (audioConfig == null) {
      return null;
    }
    if (!started) {
      started = true;
      firstNanos = nanos;
    }
    boolean comes =
        audioSeen
            ? nanos - audioNanos < AUDIO_SILENCE_NANOS
            : times.audioExpected() && nanos - firstNanos < AUDIO_PATIENCE_NANOS;
    times.audioExpected(comes);
    return comes ? audioConfig : null;
  }
}
