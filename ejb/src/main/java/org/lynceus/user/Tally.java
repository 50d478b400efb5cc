package org.lynceus.user;

/**
 * How many things there are at a place.
 *
 * @param counted those of them that count apart
 */
public record Tally(int counted, int total) {
  Tally plus(Tally other) {
    return new Tally(counted + other.counted, total + other.total);
  }
}
