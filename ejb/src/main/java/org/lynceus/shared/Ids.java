package org.lynceus.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits. */
@ApplicationScoped
public class Ids {
  private final RandomGenerator random = new SecureRandom();
  @Inject private Clock clock;

  public UUID next() {
    return at(clock.millis(), random);
  }

  static UUID at(long epochMillis, RandomGenerator random) {
    long high = (epochMillis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
