package org.lynceus.alarm.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.AlarmEngine;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.engine.Grouping;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeIndex;

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
 */
public record Simulation(
    List<Raised> alarms, int events, int merged, Map<Left, Integer> left, List<Example> examples) {
  /** The most examples of events that were left out. */
  static final int EXAMPLES = 50;

  /** Why an event raises nothing. */
  public enum Left {
    /** The scheme does not name where it happened. */
    NO_MATCH,
    /** The time template was not active. */
    TEMPLATE,
    /** Its state was shorter than the delay, or has not lasted so long yet. */
    DELAY,
    /** It came more than a day after it happened. */
    LATE
  }

  /** An alarm that would have been raised. */
  public record Raised(
      String type,
      @Nullable UUID channelId,
      @Nullable UUID deviceId,
      String sourceName,
      AlarmGroup group) {}

  /** An event that was left out. */
  public record Example(Instant at, String type, String sourceName, Left why) {}

  /** What is collected on the way. */
  private static final class Run {
    final Map<AlarmKey, List<Signal>> signals = new LinkedHashMap<>();
    final Map<AlarmKey, PlaceFacts> where = new LinkedHashMap<>();
    final Map<Left, Integer> left = new EnumMap<>(Left.class);
    final List<Example> examples = new ArrayList<>();
    int events;

    void leave(Told told, PlaceFacts place, Left why) {
      left.merge(why, 1, Integer::sum);
      example(told.signal().at(), told.type(), place.name(), why);
    }

    void example(Instant at, String type, String name, Left why) {
      if (examples.size() < EXAMPLES) {
        examples.add(new Example(at, type, name, why));
      }
    }
  }

  /**
   * Runs it.
   *
   * @param told by the events, each with whether it came too late
   * @param places of their spots
   * @param index of the scheme alone, switched on
   * @param now what lasts then is taken to last
   */
  static Simulation of(
      Map<Told, Boolean> told,
      Map<String, PlaceFacts> places,
      SchemeIndex index,
      AlarmScheme scheme,
      Instant now) {
    Run run = new Run();
    told.forEach(
        (one, late) -> {
          @Nullable PlaceFacts place = places.get(one.spot().text());
          if (place == null) {
            throw new IllegalStateException("no place for " + one.spot().text());
          }
          take(run, one, late, place, index, scheme);
        });
    List<Raised> raised = new ArrayList<>();
    int grouped = 0;
    for (Map.Entry<AlarmKey, List<Signal>> key : run.signals.entrySet()) {
      Grouping grouping = AlarmEngine.group(key.getValue(), scheme.grouping(), now);
      PlaceFacts where = java.util.Objects.requireNonNull(run.where.get(key.getKey()));
      for (AlarmGroup group : grouping.groups()) {
        grouped += group.count();
        raised.add(
            new Raised(
                key.getKey().type(),
                where.place().channelId(),
                where.place().deviceId(),
                where.name(),
                group));
      }
      delayed(run, key, grouping, where);
    }
    raised.sort(Comparator.comparing(one -> one.group().first()));
    run.examples.sort(Comparator.comparing(Example::at));
    return new Simulation(raised, run.events, grouped - raised.size(), run.left, run.examples);
  }

  private static void take(
      Run run, Told told, boolean late, PlaceFacts place, SchemeIndex index, AlarmScheme scheme) {
    boolean covered = index.of(told.type(), place.place()).contains(scheme);
    boolean raises = !told.end();
    run.events += raises ? 1 : 0;
    if (raises && !covered) {
      run.leave(told, place, Left.NO_MATCH);
    } else if (raises && !index.active(scheme, place.place(), told.signal().at())) {
      run.leave(told, place, Left.TEMPLATE);
    } else if (raises && late) {
      run.leave(told, place, Left.LATE);
    } else if (covered && !late) {
      AlarmKey key = new AlarmKey(scheme.id(), told.spot().text(), told.type());
      run.signals.computeIfAbsent(key, any -> new ArrayList<>()).add(told.signal());
      run.where.put(key, place);
    }
  }

  private static void delayed(
      Run run, Map.Entry<AlarmKey, List<Signal>> key, Grouping grouping, PlaceFacts where) {
    if (grouping.shortStates() == 0) {
      return;
    }
    run.left.merge(Left.DELAY, grouping.shortStates(), Integer::sum);
    List<UUID> raising =
        grouping.groups().stream().flatMap(group -> group.raising().stream()).toList();
    key.getValue().stream()
        .filter(signal -> !Boolean.FALSE.equals(signal.active()))
        .filter(signal -> !raising.contains(signal.uid()))
        .forEach(signal -> run.example(signal.at(), key.getKey().type(), where.name(), Left.DELAY));
  }
}
