package org.lynceus.alarm.work;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeIndex;
import org.lynceus.event.EventQueries;
import org.lynceus.event.StoredEvent;
import org.lynceus.shared.Database;

/**
 * One step of the work on events is one transaction: the events after the cursor, their alarms, and
 * the cursor moved behind them. Whoever has the cursor's row works, all others leave it: so each
 * event counts once in the whole cluster, and a crash repeats the step as if it had never begun.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AlarmStep {
  /** What comes later than this after it happened raises nothing. */
  static final Duration LATEST = Duration.ofDays(1);

  /**
   * How long the signals of an alarm that is over are kept: longer than any that may still come.
   */
  static final Duration KEPT = LATEST.multipliedBy(2);

  private static final int DUE = 500;

  /** How many events are looked over in a step; only those that can concern alarms are read. */
  private static final int WINDOW = 5_000;

  private static final int LONGEST_REASON = 1000;

  @Inject private Database database;
  @Inject private EventQueries events;
  @Inject private SchemeCache schemes;
  @Inject private Places places;
  @Inject private AlarmStore store;
  @Inject private PartStore parts;
  @Inject private AlarmWriter writer;
  @Inject private Clock clock;

  /**
   * Works on the next events.
   *
   * @param limit of those that can concern alarms
   * @return whether there may be more; not when another node is at it
   */
  public boolean events(int limit) {
    Stretch next = next(limit);
    if (next == null) {
      return false;
    }
    take(next.events());
    move(next.end());
    return true;
  }

  /** Leaves the next event out, because the work on it failed, and notes why. */
  public void skip(String reason) {
    Stretch next = next(1);
    if (next != null) {
      next.events().forEach(event -> note(event.id(), reason));
      move(next.end());
    }
  }

  /** The next events that can concern alarms, and the last of those that were looked over. */
  private record Stretch(List<StoredEvent> events, long end) {}

  private @Nullable Stretch next(int limit) {
    Long cursor = cursor();
    Long end = cursor == null ? null : events.onward(cursor, WINDOW);
    if (cursor == null || end == null) {
      return null;
    }
    List<StoredEvent> found =
        events.between(cursor, end, EventMeaning.concerning(schemes.index().types()), limit);
    return new Stretch(found, found.size() < limit ? end : found.get(limit - 1).id());
  }

  /** Looks again at keys whose time has come. */
  public int due() {
    if (cursor() == null) {
      return 0;
    }
    Instant now = clock.instant();
    List<AlarmKey> keys = store.due(now, DUE);
    if (!keys.isEmpty()) {
      writer.write(again(keys, now), List.of());
    }
    return keys.size();
  }

  /** Forgets what alarms were made of once nothing can regroup them. */
  public void forget() {
    if (cursor() != null) {
      Instant now = clock.instant();
      store.forget(now.minus(LATEST), now.minus(KEPT));
      parts.forget(now.minus(KEPT));
    }
  }

  private Map<AlarmKey, AlarmWriter.Change> again(List<AlarmKey> keys, Instant now) {
    SchemeIndex index = schemes.index();
    Map<String, PlaceFacts> where =
        places.of(keys.stream().map(key -> Spot.read(key.source())).toList());
    Map<AlarmKey, AlarmWriter.Change> changes = new HashMap<>();
    Map<AlarmKey, @Nullable Instant> orphans = new HashMap<>();
    for (AlarmKey key : keys) {
      @Nullable AlarmScheme scheme = index.scheme(key.scheme());
      @Nullable PlaceFacts place = where.get(key.source());
      if (scheme == null || place == null) {
        orphans.put(key, null);
      } else {
        changes.put(key, new AlarmWriter.Change(scheme, place, now));
      }
    }
    store.remind(orphans);
    return changes;
  }

  private void take(List<StoredEvent> next) {
    SchemeIndex index = schemes.index();
    List<Told> told = next.stream().flatMap(event -> EventMeaning.of(event).stream()).toList();
    Map<String, PlaceFacts> where = places.of(told.stream().map(Told::spot).toList());
    Set<AlarmKey> lasting = new HashSet<>(store.lasting(told.stream().filter(Told::end).toList()));
    Instant oldest = clock.instant().minus(LATEST);
    List<Part> counting = new ArrayList<>();
    List<Part> ordered = new ArrayList<>();
    for (Told one : told) {
      PlaceFacts place = where.get(one.spot().text());
      if (place == null) {
        throw new IllegalStateException("no place for " + one.spot().text());
      }
      Set<AlarmScheme> of = matching(index, one, place, lasting);
      Set<AlarmScheme> before = one.end() ? Set.of() : index.after(one.type(), place.place());
      if (one.signal().at().isBefore(oldest) && !(of.isEmpty() && before.isEmpty())) {
        note(one.eventId(), "It came more than a day after it happened.");
        continue;
      }
      before.forEach(scheme -> ordered.add(one.part(scheme, true)));
      for (AlarmScheme scheme : of) {
        boolean waits = scheme.rule().match().onlyAfter() != null && !one.end();
        (waits ? ordered : counting).add(one.part(scheme, false));
      }
    }
    counting.addAll(parts.take(ordered));
    write(counting, where);
  }

  /** Writes the alarms of signals that count, also of those that had waited for others. */
  private void write(List<Part> counting, Map<String, PlaceFacts> known) {
    Map<String, PlaceFacts> where = new HashMap<>(known);
    List<Spot> more =
        counting.stream()
            .map(part -> part.key().source())
            .filter(source -> !known.containsKey(source))
            .map(Spot::read)
            .toList();
    if (!more.isEmpty()) {
      where.putAll(places.of(more));
    }
    Map<AlarmKey, AlarmWriter.Change> changes = new LinkedHashMap<>();
    for (Part part : counting) {
      PlaceFacts place = Objects.requireNonNull(where.get(part.key().source()));
      changes.merge(
          part.key(),
          new AlarmWriter.Change(part.scheme(), place, part.signal().at()),
          (a, b) -> a.from().isAfter(b.from()) ? b : a);
    }
    writer.write(
        changes, counting.stream().map(part -> Map.entry(part.key(), part.signal())).toList());
  }

  /** An end concerns every scheme of the place, at any time, and those whose alarm lasts. */
  private static Set<AlarmScheme> matching(
      SchemeIndex index, Told told, PlaceFacts place, Set<AlarmKey> lasting) {
    Set<AlarmScheme> found = new HashSet<>(index.of(told.type(), place.place()));
    if (!told.end()) {
      found.removeIf(
          scheme ->
              !index.active(scheme, place.place(), told.signal().at())
                  || scheme.rule().match().unfulfilled(told.says()) != null);
      return found;
    }
    for (AlarmKey key : lasting) {
      @Nullable AlarmScheme scheme = index.scheme(key.scheme());
      if (scheme != null
          && key.source().equals(told.spot().text())
          && key.type().equals(told.type())) {
        found.add(scheme);
      }
    }
    return found;
  }

  private @Nullable Long cursor() {
    return database.first(
        "select event_id from alarm_cursor for update skip locked", row -> row.getLong(1));
  }

  private void move(long eventId) {
    database.update("update alarm_cursor set event_id = ?", eventId);
  }

  private void note(long eventId, String reason) {
    database.update(
        "insert into alarm_skipped (event_id, at, reason) values (?, ?, ?)"
            + " on conflict (event_id) do nothing",
        eventId,
        clock.instant(),
        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
  }
}
