package org.lynceus.alarm.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeCondition;
import org.lynceus.alarm.scheme.SchemeIndex;
import org.lynceus.shared.TimeRange;

/**
 * What a scheme would have made of recorded events, and why it would have left others out: the same
 * meaning of events, the same index and the same engine as live work. Every event that may raise
 * something is counted once: it raises, is part of an alarm that another one raised, or is left
 * out. Pure; writes nothing.
 *
 * @param alarms in order of beginning
 * @param events how many events may raise something; ends of states do not
 * @param merged of these, how many are part of an alarm that another one raised
 * @param left of these, how many were left out, by reason
 * @param firsts how many events came that have to come before those; they are counted apart
 * @param followed of these firsts, how many were followed in time
 */
public record Simulation(
    List<Raised> alarms,
    int events,
    int merged,
    Map<Left, Integer> left,
    int firsts,
    int followed,
    List<Example> examples) {
  /** The most examples of events that were left out. */
  static final int EXAMPLES = 50;

  /** Why an event raises nothing. */
  public enum Left {
    /** The scheme does not name where it happened. */
    NO_MATCH,
    /** The time template was not active. */
    TEMPLATE,
    /** Its attributes do not fulfil a condition. */
    CONDITION,
    /** Its state was shorter than the delay, or has not lasted so long yet. */
    DELAY,
    /** It came more than a day after it happened. */
    LATE,
    /** Nothing that has to come before it came in the time before it. */
    NOT_AFTER,
    /** It has to come before others, and none of these followed in time; of examples only. */
    NOT_FOLLOWED
  }

  /** An alarm that would have been raised. */
  public record Raised(
      String type,
      @Nullable UUID channelId,
      @Nullable UUID deviceId,
      String sourceName,
      AlarmGroup group) {}

  /**
   * An event that was left out.
   *
   * @param condition the first one that it does not fulfil, of CONDITION
   */
  public record Example(
      Instant at, String type, String sourceName, Left why, @Nullable SchemeCondition condition) {
    Example(Instant at, String type, String sourceName, Left why) {
      this(at, type, sourceName, why, null);
    }
  }

  /**
   * Runs it.
   *
   * @param told by the events, each with whether it came too late
   * @param places of their spots
   * @param index of the scheme alone, switched on
   * @param range what happened before it counts only as what has to come before others; what lasts
   *     at its end is taken to last
   */
  static Simulation of(
      Map<Told, Boolean> told,
      Map<String, PlaceFacts> places,
      SchemeIndex index,
      AlarmScheme scheme,
      TimeRange range) {
    SimulationRun run = new SimulationRun(index, scheme, range);
    told.forEach(
        (one, late) -> {
          @Nullable PlaceFacts place = places.get(one.spot().text());
          if (place == null) {
            throw new IllegalStateException("no place for " + one.spot().text());
          }
          run.take(one, late, place);
        });
    return run.end();
  }
}
