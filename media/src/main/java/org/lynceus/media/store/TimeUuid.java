package org.lynceus.media.store;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562, 5.7): they sort by their millisecond. */
final class TimeUuid {
  private TimeUuid() {}

  static UUID of(Instant time, RandomGenerator random) {
    long high = time.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0xfff;
    long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
