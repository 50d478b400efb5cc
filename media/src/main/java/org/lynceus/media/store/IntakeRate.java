package org.lynceus.media.store;

import java.time.Duration;

/** The rate at which a volume fills: an average over windows of a minute. Used by one thread. */
final class IntakeRate {
  private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

  private long windowStart;
  private long windowBytes;
  private double bytesPerSecond;

  void add(long bytes, long now) {
    if (windowStart == 0) {
      windowStart = now;
    }
    windowBytes += bytes;
    roll(now);
  }

  /** The rate of the last whole window. */
  double bytesPerSecond(long now) {
    roll(now);
    return bytesPerSecond;
  }

  private void roll(long now) {
    if (windowStart != 0 && now - windowStart >= WINDOW_NANOS) {
      bytesPerSecond = windowBytes * 1e9 / (now - windowStart);
      windowStart = now;
      windowBytes = 0;
    }
  }
}
