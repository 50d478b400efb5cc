package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmNews;
import org.lynceus.alarm.engine.AlarmEngine;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.engine.Grouping;
import org.lynceus.alarm.engine.RowChoice;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.linkage.ActionRows;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;

/**
 * Groups what is around new signals and writes the alarms that differ. Collects the rows of one
 * transaction and writes them in few batches.
 */
@ApplicationScoped
class AlarmWriter {
  @Inject private Database database;
  @Inject private AlarmStore store;
  @Inject private AlarmNews news;
  @Inject private Holding holding;
  @Inject private ActionRows actions;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** Of a key: its scheme, where it is, and the earliest new signal. */
  record Change(AlarmScheme scheme, PlaceFacts where, Instant from) {}

  /** Rows to be written. */
  private static final class Rows {
    final List<@Nullable Object[]> raised = new ArrayList<>();
    final Set<String> sources = new TreeSet<>();
    final Set<String> schemes = new TreeSet<>();
    final List<@Nullable Object[]> changed = new ArrayList<>();
    final List<@Nullable Object[]> merged = new ArrayList<>();
    final List<@Nullable Object[]> held = new ArrayList<>();
    final List<AlarmStore.Kept> kept = new ArrayList<>();
    final List<@Nullable Object[]> history = new ArrayList<>();
    final List<@Nullable Object[]> actions = new ArrayList<>();
    final Set<UUID> told = new LinkedHashSet<>();
    final Map<AlarmKey, @Nullable Instant> due = new HashMap<>();
  }

  /**
   * Brings the alarms of the keys up to date. New ones are numbered in the order of the keys.
   *
   * @param signals new ones of these keys; those that are stored already are the same
   */
  void write(Map<AlarmKey, Change> changes, Collection<Map.Entry<AlarmKey, Signal>> signals) {
    if (changes.isEmpty()) {
      return;
    }
    Map<AlarmKey, Set<Signal>> told =
        signals.stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    Map<AlarmKey, Neighbourhood> around =
        store.around(
            changes.entrySet().stream()
                .map(one -> reach(one.getKey(), one.getValue()))
                .collect(Collectors.toList()));
    Instant now = clock.instant();
    Map<AlarmKey, Holding.Held> held = holding.of(changes, now);
    Rows rows = new Rows();
    changes.forEach(
        (key, change) -> {
          Neighbourhood near = around.getOrDefault(key, new Neighbourhood());
          Map<UUID, Signal> fresh = near.add(told.getOrDefault(key, Set.of()));
          Grouping grouping = AlarmEngine.group(near.signals(), change.scheme().grouping(), now);
          rows.due.put(key, grouping.checkAt());
          Holding.Held hold = held.getOrDefault(key, Holding.Held.NOT);
          Map<UUID, UUID> holders = place(rows, key, change, near, grouping.groups(), hold, now);
          hold(rows, key, near, fresh, holders);
        });
    write(rows);
  }

  private static AlarmStore.Reach reach(AlarmKey key, Change change) {
    int slack =
        Math.max(
            change.scheme().rule().timing().merge(), change.scheme().rule().timing().delayOff());
    return new AlarmStore.Reach(key, change.from(), slack);
  }

  /** Which alarm each signal is part of now. */
  private static void hold(
      Rows rows,
      AlarmKey key,
      Neighbourhood near,
      Map<UUID, Signal> fresh,
      Map<UUID, UUID> holders) {
    fresh.forEach(
        (uid, signal) -> rows.kept.add(new AlarmStore.Kept(key, signal, holders.get(uid))));
    Set<UUID> stored = new HashSet<>(near.holders().keySet());
    stored.addAll(holders.keySet());
    stored.removeAll(fresh.keySet());
    for (UUID uid : stored) {
      UUID holder = holders.get(uid);
      if (!Objects.equals(holder, near.holders().get(uid))) {
        rows.held.add(new @Nullable Object[] {holder, key.scheme(), key.source(), key.type(), uid});
      }
    }
  }

  /** Places the groups in alarms, and returns which alarm holds each signal. */
  private Map<UUID, UUID> place(
      Rows rows,
      AlarmKey key,
      Change change,
      Neighbourhood near,
      List<AlarmGroup> groups,
      Holding.Held hold,
      Instant now) {
    Map<UUID, AlarmRow> stored = new HashMap<>();
    near.alarms().forEach(alarm -> stored.put(alarm.id(), alarm));
    RowChoice choice =
        RowChoice.of(groups, near.holders(), near.alarms().stream().map(AlarmRow::id).toList());
    List<UUID> taken = new ArrayList<>();
    Map<UUID, UUID> holders = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      AlarmGroup group = groups.get(i);
      @Nullable AlarmRow row = stored.get(choice.taken().get(i));
      UUID id = row == null ? ids.next() : row.id();
      taken.add(id);
      if (row == null) {
        raise(rows, id, key, change, group, hold, now);
      } else if (row.differs(group)) {
        change(rows, row, group, now);
      }
      group.raising().forEach(signal -> holders.put(signal, id));
    }
    Set<UUID> known = new HashSet<>(taken);
    choice
        .lost()
        .forEach(
            (lost, group) -> {
              UUID into = taken.get(group);
              known.add(lost);
              gone(rows, lost, "MERGED", into, now);
            });
    withdraw(rows, near, known, now);
    return holders;
  }

  /** What was raised for a state of which a late end tells that it was too short is no alarm. */
  private static void withdraw(Rows rows, Neighbourhood near, Set<UUID> known, Instant now) {
    for (AlarmRow row : near.alarms()) {
      Instant ended = row.ended();
      boolean forgotten = ended != null && ended.isBefore(now.minus(AlarmStep.KEPT));
      if (!known.contains(row.id()) && !forgotten) {
        gone(rows, row.id(), "WITHDRAWN", null, now);
      }
    }
  }

  private static void gone(Rows rows, UUID alarm, String act, @Nullable UUID into, Instant now) {
    rows.merged.add(new @Nullable Object[] {into, now, alarm});
    rows.history.add(
        new @Nullable Object[] {alarm, now, act, into == null ? null : into.toString()});
    rows.told.add(alarm);
  }

  private static void raise(
      Rows rows,
      UUID id,
      AlarmKey key,
      Change change,
      AlarmGroup group,
      Holding.Held hold,
      Instant now) {
    AlarmScheme scheme = change.scheme();
    rows.raised.add(
        new @Nullable Object[] {
          id,
          scheme.id(),
          scheme.name(),
          scheme.rule().priority(),
          scheme.rule().procedure(),
          key.type(),
          key.source(),
          change.where().place().deviceId(),
          change.where().place().channelId(),
          change.where().place().part(),
          change.where().name(),
          group.first(),
          group.last(),
          group.ended(),
          group.endMissing(),
          group.count(),
          scheme.rule().to().roles(),
          scheme.rule().to().users().toArray(String[]::new),
          hold.shelf(),
          hold.suppressed(),
          now,
          now
        });
    rows.history.add(new @Nullable Object[] {id, now, "RAISED", null});
    rows.actions.addAll(ActionRows.of(id, scheme, hold.kind(), now));
    rows.told.add(id);
    rows.sources.add(change.where().name());
    rows.schemes.add(scheme.name());
  }

  private static void change(Rows rows, AlarmRow row, AlarmGroup group, Instant now) {
    boolean again = row.goesOn(group);
    rows.changed.add(
        new @Nullable Object[] {
          group.first(),
          group.last(),
          group.ended(),
          group.endMissing(),
          group.count(),
          again,
          now,
          row.id()
        });
    if (again) {
      rows.history.add(new @Nullable Object[] {row.id(), now, "WENT_ON", null});
    }
    if (row.ended() == null && group.ended() != null) {
      rows.history.add(
          new @Nullable Object[] {
            row.id(), now, group.endMissing() ? "END_MISSING" : "RETURNED", null
          });
    }
    rows.told.add(row.id());
  }

  /** What the search among all alarms looks for parts of names in. */
  private void keepNames(Set<String> names, boolean ofScheme) {
    if (!names.isEmpty()) {
      database.update(
          "insert into alarm_name (name, of_scheme) select unnest(?::text[]), ?"
              + " on conflict do nothing",
          names.toArray(String[]::new),
          ofScheme);
    }
  }

  private void write(Rows rows) {
    database.batch(
        "insert into alarm (id, scheme_id, scheme_name, priority, procedure, type, source_key,"
            + " device_id, channel_id, part, source_name, first_at, last_at, ended_at, end_missing,"
            + " occurrences, to_roles, to_users, shelf_id, suppressed, raised_at, changed_at,"
            + " version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        rows.raised);
    keepNames(rows.sources, false);
    keepNames(rows.schemes, true);
    database.batch(
        "update alarm set first_at = ?, last_at = ?, ended_at = ?, end_missing = ?,"
            + " occurrences = ?, handling = case when ? then 'PENDING' else handling end,"
            + " changed_at = ?, version = version + 1 where id = ?",
        rows.changed);
    store.keep(rows.kept);
    database.batch(
        "update alarm_occurrence set alarm_id = ?::uuid"
            + " where scheme_id = ? and source_key = ? and type = ? and event_uid = ?",
        rows.held);
    database.batch(
        "update alarm set gone = true, merged_into = ?::uuid, changed_at = ?, version = version + 1 where id = ?",
        rows.merged);
    database.batch(
        "insert into alarm_history (alarm_id, at, by_user, act, subject) values (?, ?, '', ?, ?)",
        rows.history);
    actions.write(rows.actions);
    store.remind(rows.due);
    news.changed(rows.told);
  }
}
