package org.lynceus.protocols.registration;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what one address may cost: how many connections it has that did not sign in, and how often
 * it connects (a bucket that fills over a minute). Remembers the 10,000 addresses seen last. Pure;
 * times are nanoseconds of any clock that only goes forward.
 */
final class Doorkeeper {
  private static final int MOST_ADDRESSES = 10_000;
  private static final double MINUTE = 60e9;

  private final int mostStrangers;
  private final double burst;
  private final Map<InetAddress, Integer> strangers = new HashMap<>();
  private final Map<InetAddress, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  private record Bucket(double left, long at) {}

  Doorkeeper(int mostStrangers, int connectsPerMinute) {
    this.mostStrangers = mostStrangers;
    this.burst = connectsPerMinute;
  }

  /** Whether a new connection of the address is taken; {@link #gone} must follow. */
  boolean enters(InetAddress address, long now) {
    Bucket known = buckets.get(address);
    double left =
        known == null ? burst : Math.min(burst, known.left + (now - known.at) / MINUTE * burst);
    boolean taken = left >= 1 && strangers.getOrDefault(address, 0) < mostStrangers;
    buckets.put(address, new Bucket(taken ? left - 1 : left, now));
    if (taken) {
      strangers.merge(address, 1, Integer::sum);
    }
    return taken;
  }

  /** A connection that was taken has signed in or ended. */
  void gone(InetAddress address) {
    strangers.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }
}
