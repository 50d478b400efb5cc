package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/**
 * Reads and keeps what alarms are made of, for many keys at once. The caller holds the lock of the
 * cursor, so nobody else writes occurrences.
 */
@ApplicationScoped
class AlarmStore {
  private static final String KEYS = "unnest(?::uuid[], ?::text[], ?::text[]) as k(s, p, t)";

  /**
   * Where to cut: at the first alarm that the signal can reach, else behind the last one before it.
   * A state that has raised nothing yet may have begun before the signal. Both look from the last
   * end backwards (the sum keeps the planner from the index by beginnings), so that a source with
   * very many alarms costs no more than others.
   */
  private static final String CUTS =
      """
      select k.s, k.p, k.t, coalesce(
        (select min(a.first_at) from alarm a
         where a.scheme_id = k.s and a.source_key = k.p and a.type = k.t and not a.gone
           and a.first_at + interval '0' <= k.at
           and coalesce(a.ended_at, 'infinity') >= k.at - make_interval(secs => k.slack)),
        (select a.ended_at + interval '1 microsecond' from alarm a
         where a.scheme_id = k.s and a.source_key = k.p and a.type = k.t and not a.gone
           and a.first_at + interval '0' <= k.at and coalesce(a.ended_at, 'infinity') < 'infinity'
         order by coalesce(a.ended_at, 'infinity') desc limit 1),
        '1970-01-01Z'::timestamptz) as cut
      from (
        select n.s, n.p, n.t, n.slack, least(n.at,
          (select min(o.at) from alarm_occurrence o
           where o.scheme_id = n.s and o.source_key = n.p and o.type = n.t and o.active
             and o.alarm_id is null and o.at <= n.at and o.at > n.at - interval '1 day')) as at
        from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[]) as n(s, p, t, at, slack)
      ) k
      """;

  /** Key by key, so that the index is used however old the planner's picture of the table is. */
  private static final String ALARMS =
      """
      select k.s, k.p, k.t, a.* from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as k(s, p, t, cut)
      cross join lateral (select * from alarm where scheme_id = k.s and source_key = k.p and type = k.t
        and first_at >= k.cut and not gone for update) a
      order by a.number
      """;

  private static final String OCCURRENCES =
      """
      select k.s, k.p, k.t, o.* from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as k(s, p, t, cut)
      cross join lateral (select event_uid, at, active, alarm_id from alarm_occurrence
        where scheme_id = k.s and source_key = k.p and type = k.t and at >= k.cut offset 0) o
      """;

  @Inject private Database database;

  /** A key with the time from which on it is looked at, and how far alarms reach, in seconds. */
  record Reach(AlarmKey key, Instant at, long slack) {}

  /** A signal and the alarm that it is part of, if it is of any. */
  record Kept(AlarmKey key, Signal signal, @Nullable UUID alarm) {}

  /** Keeps signals. */
  void keep(Collection<Kept> signals) {
    database.batch(
        "insert into alarm_occurrence (scheme_id, source_key, type, event_uid, at, active, alarm_id)"
            + " values (?, ?, ?, ?, ?, ?, ?::uuid)",
        signals.stream()
            .map(
                one ->
                    new @Nullable Object[] {
                      one.key().scheme(),
                      one.key().source(),
                      one.key().type(),
                      one.signal().uid(),
                      one.signal().at(),
                      one.signal().active(),
                      one.alarm()
                    })
            .toList());
  }

  /** What is around these signals. */
  Map<AlarmKey, Neighbourhood> around(Collection<Reach> reaches) {
    Map<AlarmKey, Instant> cuts = cuts(reaches);
    Map<AlarmKey, Neighbourhood> found = new HashMap<>();
    cuts.keySet().forEach(key -> found.put(key, new Neighbourhood()));
    List<AlarmKey> keys = List.copyOf(cuts.keySet());
    @Nullable Object[] parameters =
        columns(
            keys,
            java.util.Collections.singletonList(
                Sql.texts(keys, key -> cuts.getOrDefault(key, Instant.EPOCH))));
    database.list(ALARMS, row -> neighbourhood(found, row).alarms().add(alarm(row)), parameters);
    database.list(OCCURRENCES, row -> add(neighbourhood(found, row), row), parameters);
    return found;
  }

  private Map<AlarmKey, Instant> cuts(Collection<Reach> reaches) {
    List<Reach> all = List.copyOf(reaches);
    Map<AlarmKey, Instant> cuts = new HashMap<>();
    database.list(
        CUTS,
        row -> cuts.put(key(row), Sql.instant(row, "cut")),
        columns(
            all.stream().map(Reach::key).toList(),
            List.of(
                Sql.texts(all, Reach::at), all.stream().map(Reach::slack).toArray(Long[]::new))));
    return cuts;
  }

  /** Keys of alarms whose state lasts, of these sources and types: their ends concern them. */
  List<AlarmKey> lasting(Collection<Told> ends) {
    if (ends.isEmpty()) {
      return List.of();
    }
    List<Told> all = List.copyOf(ends);
    return database.list(
        """
        select distinct a.scheme_id as s, a.source_key as p, a.type as t from unnest(?::text[], ?::text[]) as k(p, t)
        join alarm a on a.source_key = k.p and a.type = k.t
        where a.ended_at is null and not a.gone
        """,
        AlarmStore::key,
        Sql.texts(all, one -> one.spot().text()),
        Sql.texts(all, Told::type));
  }

  /** Keys whose alarms are due to be looked at again. */
  List<AlarmKey> due(Instant now, int limit) {
    return database.list(
        "select scheme_id as s, source_key as p, type as t from alarm_due where due_at <= ?"
            + " order by due_at limit ?",
        AlarmStore::key,
        now,
        limit);
  }

  /** Says when each key has to be looked at again; null: when something is told. */
  void remind(Map<AlarmKey, @Nullable Instant> when) {
    List<AlarmKey> keys = List.copyOf(when.keySet());
    database.update(
        "delete from alarm_due d using "
            + KEYS
            + " where d.scheme_id = k.s and d.source_key = k.p and d.type = k.t",
        columns(keys, List.of()));
    List<@Nullable Object[]> rows = new ArrayList<>();
    when.forEach(
        (key, at) -> {
          if (at != null) {
            rows.add(new Object[] {key.scheme(), key.source(), key.type(), at});
          }
        });
    database.batch(
        "insert into alarm_due (scheme_id, source_key, type, due_at) values (?, ?, ?, ?)", rows);
  }

  /** Forgets what no event that may still come can regroup. */
  void forget(Instant unraised, Instant raised) {
    database.update("delete from alarm_occurrence where alarm_id is null and at < ?", unraised);
    database.update(
        "delete from alarm_occurrence o using alarm a where a.id = o.alarm_id and o.at < ?"
            + " and a.ended_at < ?",
        raised,
        raised);
  }

  private static Neighbourhood neighbourhood(Map<AlarmKey, Neighbourhood> all, ResultSet row)
      throws SQLException {
    return all.computeIfAbsent(key(row), key -> new Neighbourhood());
  }

  private static boolean add(Neighbourhood to, ResultSet row) throws SQLException {
    UUID uid = Sql.uuid(row, "event_uid");
    @Nullable UUID alarm = row.getObject("alarm_id", UUID.class);
    if (alarm != null) {
      to.holders().put(uid, alarm);
    }
    return to.signals()
        .add(new Signal(uid, Sql.instant(row, "at"), row.getObject("active", Boolean.class)));
  }

  private static AlarmRow alarm(ResultSet row) throws SQLException {
    return new AlarmRow(
        Sql.uuid(row, "id"),
        Sql.instant(row, "first_at"),
        Sql.instant(row, "last_at"),
        Sql.instantOrNull(row, "ended_at"),
        row.getBoolean("end_missing"),
        row.getInt("occurrences"),
        row.getString("handling").equals("RESOLVED"),
        Sql.instantOrNull(row, "handled_at"));
  }

  /** The key in the columns s, p and t. */
  static AlarmKey key(ResultSet row) throws SQLException {
    return new AlarmKey(Sql.uuid(row, "s"), row.getString("p"), row.getString("t"));
  }

  private static @Nullable Object[] columns(List<AlarmKey> keys, List<?> more) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(keys.stream().map(AlarmKey::scheme).toList());
    all.add(Sql.texts(keys, AlarmKey::source));
    all.add(Sql.texts(keys, AlarmKey::type));
    all.addAll(more);
    return all.toArray();
  }
}
