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
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

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

  /** One statement however many events; the ids are given in the order of the arrays. */
  private static final String INSERT =
      """
      with added as (
        insert into device_event
          (day, uid, device_id, channel_id, type, reason_code, reason_text, occurred_at, received_at, source, active,
           attributes)
        select event_day(e.uid), e.uid, e.device_id, e.channel_id, e.type, e.reason_code, e.reason_text,
          e.occurred_at, ?, e.source, e.active, e.attributes
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
          ?::boolean[], ?::jsonb[])
          as e(uid, device_id, channel_id, type, reason_code, reason_text, occurred_at, source, active, attributes)
        on conflict (uid, day) do nothing returning id)
      select count(*), max(id) from added
      """;

  private record Fresh(int count, long lastId) {}

  @Inject private Database database;
  @Inject private Clock clock;
  @Inject private Outbox outbox;
  @Inject private Event<EventsStored> stored;

  /** Stores the batch and returns how many of its events were new. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int store(List<DeviceEvent> batch) {
    lock(database);
    Fresh fresh =
        Objects.requireNonNull(
            database.first(
                INSERT,
                row -> new Fresh(row.getInt(1), row.getLong(2)),
                clock.instant(),
                Sql.texts(batch, DeviceEvent::uid),
                Sql.texts(batch, DeviceEvent::deviceId),
                Sql.texts(batch, DeviceEvent::channelId),
                Sql.texts(batch, DeviceEvent::type),
                Sql.texts(batch, event -> event.reason() == null ? null : event.reason().code()),
                Sql.texts(batch, event -> event.reason() == null ? null : event.reason().text()),
                Sql.texts(batch, DeviceEvent::occurredAt),
                Sql.texts(batch, DeviceEvent::source),
                Sql.texts(batch, DeviceEvent::active),
                Sql.texts(batch, event -> event.attributes().json())));
    if (fresh.count() > 0) {
      outbox.add(TOPIC, "{\"type\":\"event.stored/1\",\"lastId\":" + fresh.lastId() + "}");
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
}
