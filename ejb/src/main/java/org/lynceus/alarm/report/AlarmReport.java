package org.lynceus.alarm.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.shared.TimeRange;

/**
 * Figures about the alarms that began in a range of time.
 *
 * @param counted the part of the range that is over: rates are of it
 * @param operators how many people have or closed some of them
 * @param perTenMinutes alarms in ten minutes, on average
 * @param perOperator the same for each of the people; null when there are none
 * @param busiest the most in ten minutes that begin with a full ten minutes of the hour
 * @param floodShare part of the time in floods, 0 to 1
 * @param people the 20 who did something about most alarms
 * @param stale how many lasted, or have lasted, longer than a day
 */
public record AlarmReport(
    TimeRange counted,
    int total,
    int open,
    Map<AlarmPriority, Integer> priorities,
    List<Hour> hours,
    int operators,
    double perTenMinutes,
    @Nullable Double perOperator,
    int busiest,
    List<Floods.Flood> floods,
    double floodShare,
    List<Source> sources,
    List<Source> chattering,
    int stale,
    Waits.Figures acknowledge,
    Waits.Figures resolve,
    List<Scheme> schemes,
    List<Operator> people) {

  /** Alarms of one hour. */
  public record Hour(Instant at, Map<AlarmPriority, Integer> priorities) {}

  /** One source and type, with how many alarms it had, or how many of them showed chatter. */
  public record Source(String name, String type, int count) {}

  /**
   * What one person did.
   *
   * @param alarms about which he did something
   * @param perHour how many of these in an hour, on average
   * @param acknowledge of alarms that he was the first to do something about
   * @param resolve of alarms that he closed
   */
  public record Operator(
      String name,
      int alarms,
      double perHour,
      int resolved,
      int falseAlarms,
      int ignored,
      int forwarded,
      int takenOver,
      Waits.Figures acknowledge,
      Waits.Figures resolve) {}

  /** Alarms of one scheme, how many were closed, and how many of these were false. */
  public record Scheme(UUID id, String name, int count, int closed, int falseAlarms) {}
}
