package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
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
        (uid, device_id, channel_id, type, reason_code, reason_text, occurred_at, received_at,
         source, active)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uid) do nothing
      """;
  @Inject private Database database;

  @Inject private Clock clock;
  @Inject private Event<EventsStored> stored;

  /** Stores the batch and returns how many of its events were new. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int store(List<DeviceEvent> batch) {
    database.first(LOCK, row -> true);
    long before = lastId();
    database.batch(INSERT, batch.stream().map(this::row).toList());
    long lastId = lastId();
    if (lastId > before) {
      database.update(
          "insert into outbox (topic, body, created_at) values (?, ?, ?)",
          TOPIC,
          "{\"type\":\"event.stored/1\",\"lastId\":" + lastId + "}",
          clock.instant());
      stored.fire(new EventsStored(lastId));
    }
    // The counts of a batch say nothing: the driver rewrites it to one statement.
    return (int) database.number("select count(*) from device_event where id > ?", before);
  }

  private @Nullable Object[] row(DeviceEvent event) {
    Reason reason = event.reason();
    return new @Nullable Object[] {
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

  private long lastId() {
    return database.number("select coalesce(max(id), 0) from device_event");
  }
}
