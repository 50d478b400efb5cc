package org.lynceus.alarm.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lynceus.alarm.engine.Signal;

/**
 * What is stored around new signals of a key: everything from a cut on that no later signal can
 * reach over.
 *
 * @param signals of the key from the cut on
 * @param holders which alarm a signal is part of
 * @param alarms made of them until now, oldest first
 */
record Neighbourhood(List<Signal> signals, Map<UUID, UUID> holders, List<AlarmRow> alarms) {
  Neighbourhood() {
    this(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
  }

  /** Adds signals, and returns those that were not there, by their uids. */
  Map<UUID, Signal> add(Collection<Signal> more) {
    Set<UUID> known = signals.stream().map(Signal::uid).collect(Collectors.toSet());
    Map<UUID, Signal> fresh = new HashMap<>();
    for (Signal signal : more) {
      if (known.add(signal.uid())) {
        signals.add(signal);
        fresh.put(signal.uid(), signal);
      }
    }
    return fresh;
  }
}
