package org.lynceus.alarm.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stored alarm a group is. A group takes the oldest alarm that holds one of its signals and
 * that no earlier group took; a group without such an alarm is a new one. An alarm that nobody took
 * has lost all its signals to others.
 *
 * @param taken per group, in order: its alarm, null for a new one
 * @param lost alarms that hold nothing any more, each with the place of the group that has its
 *     signals now
 */
public record RowChoice(List<@Nullable UUID> taken, Map<UUID, Integer> lost) {

  /**
   * Chooses.
   *
   * @param groups all groups made of the signals
   * @param holders which alarm held a signal until now
   * @param alarms the alarms concerned, oldest first
   */
  public static RowChoice of(List<AlarmGroup> groups, Map<UUID, UUID> holders, List<UUID> alarms) {
    List<@Nullable UUID> taken = new ArrayList<>();
    Set<UUID> used = new HashSet<>();
    Map<UUID, Integer> lost = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Set<UUID> held = new HashSet<>();
      for (UUID signal : groups.get(i).raising()) {
        UUID holder = holders.get(signal);
        if (holder != null) {
          held.add(holder);
          lost.putIfAbsent(holder, i);
        }
      }
      UUID oldest =
          alarms.stream().filter(held::contains).filter(used::add).findFirst().orElse(null);
      taken.add(oldest);
    }
    lost.keySet().removeAll(used);
    return new RowChoice(taken, lost);
  }
}
