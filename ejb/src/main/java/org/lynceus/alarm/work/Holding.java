package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/**
 * What is held back when it is raised: by a shelf, or because the device it is about is away. Such
 * alarms are stored and counted like all others, and shown apart.
 */
@ApplicationScoped
class Holding {
  /** Events that are about the device being away are not held back by that. */
  private static final Set<String> ABOUT_BEING_AWAY = Set.of("DEVICE_OFFLINE", "DEVICE_ONLINE");

  private record Shelf(
      UUID id, @Nullable UUID scheme, @Nullable String type, @Nullable String source) {
    boolean holds(AlarmKey key) {
      return (scheme == null || scheme.equals(key.scheme()))
          && (type == null || type.equals(key.type()))
          && (source == null || source.equals(key.source()));
    }
  }

  /** Whether something is held back, and by what. */
  record Held(@Nullable UUID shelf, boolean suppressed) {
    static final Held NOT = new Held(null, false);

    Alarm.Hold kind() {
      if (suppressed) {
        return Alarm.Hold.SUPPRESSED;
      }
      return shelf == null ? Alarm.Hold.NONE : Alarm.Hold.SHELVED;
    }
  }

  @Inject private Database database;

  Map<AlarmKey, Held> of(Map<AlarmKey, AlarmWriter.Change> changes, Instant now) {
    List<Shelf> shelves =
        database.list(
            "select id, scheme_id, type, source_key from alarm_shelf where ends_at > ?"
                + " order by begins_at",
            row ->
                new Shelf(
                    Sql.uuid(row, "id"),
                    row.getObject("scheme_id", UUID.class),
                    row.getString("type"),
                    row.getString("source_key")),
            now);
    Set<UUID> away =
        away(
            changes.values().stream()
                .map(change -> change.where().place().deviceId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<AlarmKey, Held> found = new HashMap<>();
    changes.forEach(
        (key, change) -> {
          @Nullable UUID shelf =
              shelves.stream()
                  .filter(one -> one.holds(key))
                  .map(Shelf::id)
                  .findFirst()
                  .orElse(null);
          @Nullable UUID device = change.where().place().deviceId();
          boolean suppressed =
              device != null && away.contains(device) && !ABOUT_BEING_AWAY.contains(key.type());
          found.put(key, new Held(shelf, suppressed));
        });
    return found;
  }

  /** Devices of which the last that was told is that they are offline. */
  private Set<UUID> away(Set<UUID> devices) {
    return new HashSet<>(
        database.list(
            """
            select d.id from unnest(?::uuid[]) as d(id) join lateral
              (select e.type from device_event e where e.device_id = d.id
               and e.type in ('DEVICE_OFFLINE', 'DEVICE_ONLINE') order by e.id desc limit 1) s on true
            where s.type = 'DEVICE_OFFLINE'
            """,
            row -> Sql.uuid(row, "id"),
            devices));
  }
}
