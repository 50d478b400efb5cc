package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.Sequence;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.OnlyAfter;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/**
 * Keeps the events of schemes that ask for an order until both are known, in whatever order they
 * come. The caller holds the lock of the cursor, so nobody else writes them.
 */
@ApplicationScoped
class PartStore {
  private static final String NEAR =
      """
      select scheme_id as s, source_key as p, type as t, event_uid, at, active, first
      from alarm_part where scheme_id = ? and at > ? and at < ?
      """;

  @Inject private Database database;

  /**
   * Keeps these, and gives back those that wait no longer because a first one came before them. It
   * gives back each once.
   */
  List<Part> take(Collection<Part> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    keep(parts);
    List<Part> ready = new ArrayList<>();
    parts.stream()
        .collect(Collectors.groupingBy(Part::scheme))
        .forEach((scheme, of) -> ready.addAll(ready(scheme, of)));
    release(ready);
    return ready;
  }

  /** Forgets what no event that may still come can follow or precede. */
  void forget(Instant before) {
    database.update("delete from alarm_part where at < ?", before);
  }

  private List<Part> ready(AlarmScheme scheme, List<Part> parts) {
    @Nullable OnlyAfter rule = scheme.rule().match().onlyAfter();
    if (rule == null) {
      throw new IllegalStateException("no order is asked for by scheme " + scheme.id());
    }
    List<Instant> times = parts.stream().map(part -> part.signal().at()).sorted().toList();
    List<Part> near =
        database.list(
            NEAR,
            row -> part(scheme, row),
            scheme.id(),
            times.get(0).minus(rule.within()),
            times.get(times.size() - 1).plus(rule.within()));
    Set<Signal> following =
        new HashSet<>(Sequence.following(signals(near, true), signals(near, false), rule.within()));
    return near.stream()
        .filter(part -> !part.first() && following.contains(part.signal()))
        .toList();
  }

  private void keep(Collection<Part> parts) {
    database.batch(
        "insert into alarm_part (scheme_id, source_key, type, event_uid, first, at, active)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        parts.stream()
            .map(
                part ->
                    new @Nullable Object[] {
                      part.scheme().id(),
                      part.key().source(),
                      part.key().type(),
                      part.signal().uid(),
                      part.first(),
                      part.signal().at(),
                      part.signal().active()
                    })
            .toList());
  }

  private void release(List<Part> ready) {
    database.batch(
        "delete from alarm_part where scheme_id = ? and source_key = ? and type = ?"
            + " and event_uid = ? and not first",
        ready.stream()
            .map(
                part ->
                    new @Nullable Object[] {
                      part.scheme().id(),
                      part.key().source(),
                      part.key().type(),
                      part.signal().uid()
                    })
            .toList());
  }

  private static List<Signal> signals(List<Part> parts, boolean first) {
    return parts.stream().filter(part -> part.first() == first).map(Part::signal).toList();
  }

  private static Part part(AlarmScheme scheme, ResultSet row) throws SQLException {
    UUID uid = Sql.uuid(row, "event_uid");
    return new Part(
        scheme,
        row.getBoolean("first"),
        AlarmStore.key(row),
        new Signal(uid, Sql.instant(row, "at"), row.getObject("active", Boolean.class)));
  }
}
