package org.lynceus.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The levels of maps; pure. */
final class MapTree {
  private final Map<UUID, @Nullable UUID> parents = new HashMap<>();

  MapTree(List<EMap> maps) {
    maps.forEach(map -> parents.put(map.id(), map.parentId()));
  }

  /** 1 at the top. */
  int level(UUID id) {
    int level = 1;
    for (UUID up = parents.get(id); up != null; up = parents.get(up)) {
      level++;
    }
    return level;
  }

  /** How many levels the map and what is below it take. */
  int height(UUID id) {
    int height = 1;
    for (Map.Entry<UUID, @Nullable UUID> one : parents.entrySet()) {
      if (Objects.equals(one.getValue(), id)) {
        height = Math.max(height, 1 + height(one.getKey()));
      }
    }
    return height;
  }

  /** Whether the map is the other one or somewhere below it. */
  boolean within(UUID id, UUID other) {
    for (UUID up = id; up != null; up = parents.get(up)) {
      if (up.equals(other)) {
        return true;
      }
    }
    return false;
  }
}
