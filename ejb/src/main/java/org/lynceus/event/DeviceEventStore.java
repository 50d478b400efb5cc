package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;

/**
 * Stores batches of device events. Idempotent: an event whose uid is already there is dropped. What
 * was stored and the outbox row that announces it are one transaction. Batches are stored one after
 * another in the whole cluster, so ids become visible in ascending order and a reader that
 * remembers the last id misses nothing.
 */
@Stateless
@PermitAll
public class DeviceEventStore {
  /** Topic of the outbox rows written here. */
  public static final String TOPIC = "lynceus.event.stored";

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('device_event'))";
  private static final String INSERT =
      """
      insert into device_event
        (day, uid, device_id, channel_id, type, reason_code, reason_text, occurred_at, received_at,
         source, active)
      values (event_day(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uid, day) do nothing
      """;

  private record Fresh(int count, long lastId) {}

  @Inject private Database database;
  @Inject private Clock clock;
  @Inject private Event<EventsStored> stored;

  /** Stores the batch and returns how many of its events were new. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int store(List<DeviceEvent> batch) {
    lock(database);
    long before =
        database.number(
            "select case when is_called then last_value else 0 end from device_event_id");
    database.batch(INSERT, batch.stream().map(this::row).toList());
    // The counts of a batch say nothing: the driver rewrites it to one statement.
    Fresh fresh =
        Objects.requireNonNull(
            database.first(
                "select count(*), max(id) from device_event where id > ?",
                row -> new Fresh(row.getInt(1), row.getLong(2)),
                before));
    if (fresh.count() > 0) {
      database.update(
          "insert into outbox (topic, body, created_at) values (?, ?, ?)",
          TOPIC,
          "{\"type\":\"event.stored/1\",\"lastId\":" + fresh.lastId() + "}",
          clock.instant());
      stored.fire(new EventsStored(fresh.lastId()));
    }
    return fresh.count();
  }

  /** The same in the caller's transaction, for what is told together with what it changes. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public int storeWithin(List<DeviceEvent> batch) {
    return store(batch);
  }

  /** Until the end of the transaction nobody else stores events or touches their tables. */
  static void lock(Database database) {
    database.first(LOCK, row -> true);
  }

  private @Nullable Object[] row(DeviceEvent event) {
    Reason reason = event.reason();
    return new @Nullable Object[] {
      event.uid(),
      event.uid(),
      event.deviceId(),
      event.channelId(),
      event.type(),
      reason == null ? null : reason.code(),
      reason == null ? null : reason.text(),
      event.occurredAt(),
      clock.instant(),
      event.source(),
      event.active()
    };
  }
}
