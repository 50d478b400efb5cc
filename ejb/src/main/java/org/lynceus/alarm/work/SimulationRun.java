package org.lynceus.alarm.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.AlarmEngine;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.engine.Grouping;
import org.lynceus.alarm.engine.Sequence;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.OnlyAfter;
import org.lynceus.alarm.scheme.SchemeIndex;
import org.lynceus.alarm.work.Simulation.Example;
import org.lynceus.alarm.work.Simulation.Left;
import org.lynceus.alarm.work.Simulation.Raised;
import org.lynceus.shared.TimeRange;

/** Collects what a {@link Simulation} says. */
final class SimulationRun {
  private record Seen(Told told, PlaceFacts place) {
    Signal signal() {
      return told.signal();
    }
  }

  private final SchemeIndex index;
  private final AlarmScheme scheme;
  private final TimeRange range;
  private final Map<AlarmKey, List<Signal>> signals = new LinkedHashMap<>();
  private final Map<AlarmKey, PlaceFacts> where = new LinkedHashMap<>();
  private final List<Seen> firsts = new ArrayList<>();
  private final List<Seen> waiting = new ArrayList<>();
  private final Map<Left, Integer> left = new EnumMap<>(Left.class);
  private final List<Example> examples = new ArrayList<>();
  private int events;

  SimulationRun(SchemeIndex index, AlarmScheme scheme, TimeRange range) {
    this.index = index;
    this.scheme = scheme;
    this.range = range;
  }

  void take(Told told, boolean late, PlaceFacts place) {
    Seen seen = new Seen(told, place);
    boolean raises = !told.end();
    if (raises && !late && index.after(told.type(), place.place()).contains(scheme)) {
      firsts.add(seen);
    }
    if (told.signal().at().isBefore(range.from())
        || !scheme.rule().match().types().contains(told.type())) {
      return;
    }
    boolean covered = index.of(told.type(), place.place()).contains(scheme);
    events += raises ? 1 : 0;
    if (raises && !covered) {
      leave(seen, Left.NO_MATCH);
    } else if (raises && !index.active(scheme, place.place(), told.signal().at())) {
      leave(seen, Left.TEMPLATE);
    } else if (raises && scheme.rule().match().unfulfilled(told.says()) != null) {
      leave(seen, Left.CONDITION);
    } else if (raises && late) {
      leave(seen, Left.LATE);
    } else if (raises && scheme.rule().match().onlyAfter() != null) {
      waiting.add(seen);
    } else if (covered && !late) {
      count(seen);
    }
  }

  Simulation end() {
    @Nullable OnlyAfter before = scheme.rule().match().onlyAfter();
    int[] met = before == null ? new int[2] : order(before);
    List<Raised> raised = new ArrayList<>();
    int grouped = 0;
    for (Map.Entry<AlarmKey, List<Signal>> key : signals.entrySet()) {
      Grouping grouping = AlarmEngine.group(key.getValue(), scheme.grouping(), range.to());
      PlaceFacts place = Objects.requireNonNull(where.get(key.getKey()));
      for (AlarmGroup group : grouping.groups()) {
        grouped += group.count();
        raised.add(
            new Raised(
                key.getKey().type(),
                place.place().channelId(),
                place.place().deviceId(),
                place.name(),
                group));
      }
      delayed(key.getKey().type(), key.getValue(), grouping, place);
    }
    raised.sort(Comparator.comparing(one -> one.group().first()));
    examples.sort(Comparator.comparing(Example::at));
    return new Simulation(
        raised, events, grouped - raised.size(), left, met[0], met[1], List.copyOf(examples));
  }

  /** Lets count what follows; says how many firsts there were, and how many were followed. */
  private int[] order(OnlyAfter before) {
    List<Signal> all = firsts.stream().map(Seen::signal).toList();
    List<Signal> seconds = waiting.stream().map(Seen::signal).toList();
    Set<Signal> following = new HashSet<>(Sequence.following(all, seconds, before.within()));
    for (Seen one : waiting) {
      if (following.contains(one.signal())) {
        count(one);
      } else {
        leave(one, Left.NOT_AFTER);
      }
    }
    Set<Signal> followed = new HashSet<>(Sequence.followed(all, seconds, before.within()));
    List<Seen> within =
        firsts.stream().filter(one -> !one.signal().at().isBefore(range.from())).toList();
    List<Seen> alone = within.stream().filter(one -> !followed.contains(one.signal())).toList();
    alone.forEach(one -> example(one, Left.NOT_FOLLOWED));
    return new int[] {within.size(), within.size() - alone.size()};
  }

  private void count(Seen seen) {
    AlarmKey key = seen.told().part(scheme, false).key();
    signals.computeIfAbsent(key, any -> new ArrayList<>()).add(seen.signal());
    where.put(key, seen.place());
  }

  private void leave(Seen seen, Left why) {
    left.merge(why, 1, Integer::sum);
    example(seen, why);
  }

  private void example(Seen seen, Left why) {
    if (examples.size() < Simulation.EXAMPLES) {
      examples.add(
          new Example(
              seen.signal().at(),
              seen.told().type(),
              seen.place().name(),
              why,
              why == Left.CONDITION
                  ? scheme.rule().match().unfulfilled(seen.told().says())
                  : null));
    }
  }

  private void delayed(String type, List<Signal> of, Grouping grouping, PlaceFacts place) {
    if (grouping.shortStates() == 0) {
      return;
    }
    left.merge(Left.DELAY, grouping.shortStates(), Integer::sum);
    List<UUID> raising =
        grouping.groups().stream().flatMap(group -> group.raising().stream()).toList();
    of.stream()
        .filter(signal -> !Boolean.FALSE.equals(signal.active()))
        .filter(signal -> !raising.contains(signal.uid()))
        .limit(Math.max(0, Simulation.EXAMPLES - examples.size()))
        .forEach(signal -> examples.add(new Example(signal.at(), type, place.name(), Left.DELAY)));
  }
}
