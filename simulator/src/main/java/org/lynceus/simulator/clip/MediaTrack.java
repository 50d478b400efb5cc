package org.lynceus.simulator.clip;

import java.util.List;

/**
 * A track as RTP payloads. {@code ticks} count in {@code clockRate}; {@code sdp} are the {@code a=}
 * lines that describe it.
 *
 * @param units access units in sending order; together they last {@code length} ticks
 */
public record MediaTrack(
    String media, int payloadType, int clockRate, List<String> sdp, List<Unit> units, long length) {
  private static final int MOST_UNITS_PER_SECOND = 1000;

  /**
   * Refuses a track without units or with more than {@value #MOST_UNITS_PER_SECOND} of them in a
   * second.
   */
  public MediaTrack {
    if (units.isEmpty()
        || length < (long) units.size() * clockRate / MOST_UNITS_PER_SECOND
        || length > 1L << 31) {
      throw new IllegalArgumentException(
          media + " of " + units.size() + " units cannot last " + length + " ticks");
    }
    for (int i = 1; i < units.size(); i++) {
      if (units.get(i).at() < units.get(i - 1).at()) {
        throw new IllegalArgumentException(
            "the units of " + media + " are not in the order of their times");
      }
    }
  }

  /**
   * One access unit: when it is sent and what it shows, both from the start of the clip, and its
   * RTP payloads.
   *
   * @param at when it is sent, in ticks
   * @param presentation its RTP time, in ticks (differs from {@code at} only with B frames)
   */
  public record Unit(long at, long presentation, boolean key, List<byte[]> payloads) {}
}
