package org.lynceus.protocols.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.protocols.xml.XmlElement;

/**
 * How far a device's clock is from ours, from an answer to GetSystemDateAndTime (ONVIF Core 8.2.4).
 * Some firmware reports its local time as UTC while it checks tokens against the true UTC: then the
 * difference without its whole quarters of an hour is the right one. Both are offered, the reported
 * one first.
 */
public final class DeviceClock {
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();

  private DeviceClock() {}

  /** The time of the answer; empty when the device does not tell it, or nonsense. */
  static Optional<Instant> time(XmlElement answer) {
    return answer.below("UTCDateTime").findFirst().flatMap(DeviceClock::read);
  }

  private static Optional<Instant> read(XmlElement time) {
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(time, "Date", "Year"),
                  number(time, "Date", "Month"),
                  number(time, "Date", "Day"),
                  number(time, "Time", "Hour"),
                  number(time, "Time", "Minute"),
                  Math.min(59, number(time, "Time", "Second")))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int number(XmlElement time, String part, String field) {
    return Integer.parseInt(time.text(part, field));
  }

  /**
   * How far a clock is ahead of ours that told a time between two of our times: it is taken to have
   * looked in their middle.
   */
  public static Duration offset(Instant before, Instant after, Instant told) {
    return Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), told);
  }

  /**
   * The differences to try, most likely first: one, or two when whole quarters of an hour apart.
   */
  public static List<Duration> candidates(Duration reported) {
    List<Duration> found = new ArrayList<>();
    found.add(reported);
    long millis = reported.toMillis();
    long quarters = Math.round((double) millis / QUARTER);
    if (quarters != 0) {
      found.add(Duration.ofMillis(millis - quarters * QUARTER));
    }
    return found;
  }
}
