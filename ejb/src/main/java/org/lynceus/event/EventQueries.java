package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelFilter;
import org.lynceus.shared.Database;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads stored events, newest first for people, in order of storing for the event stream. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EventQueries {
  private static final String SELECT =
      """
      select e.*, d.name as device_name from device_event e left join device d on d.id = e.device_id
      """;

  @Inject private Database database;
  @Inject private Rights rights;

  /** Newest first, of one device or of all. */
  @RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
  @Needs(Function.EVENT_READ)
  public Page<StoredEvent> page(@Nullable UUID device, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    ChannelFilter seen = ChannelFilter.places("e", rights.scope(Function.EVENT_READ));
    return Page.cut(
        database.list(
            SELECT
                + " where e.id < ? and (?::uuid is null or e.device_id = ?) and ("
                + seen.sql()
                + ") order by e.id desc limit ?",
            EventQueries::event,
            seen.between(
                Arrays.asList(key == null ? Long.MAX_VALUE : key.number(), device, device),
                Limits.page(limit) + 1)),
        limit,
        e -> new PageKey("", Long.toString(e.id())));
  }

  /** Events stored after an id, oldest first; for the event stream, which checks its readers. */
  @PermitAll
  public List<StoredEvent> after(long id, int limit) {
    return database.list(
        SELECT + " where e.id > ? order by e.id limit ?", EventQueries::event, id, limit);
  }

  /** The last of the next events after an id, at most so many further on; null: there are none. */
  @PermitAll
  public @Nullable Long onward(long id, int most) {
    return database.first(
        "select max(id) as last from (select id from device_event where id > ? order by id limit ?) e",
        row -> row.getObject("last", Long.class),
        id,
        most);
  }

  /** Events after an id up to another, of these types or that tell an end, in order of storing. */
  @PermitAll
  public List<StoredEvent> between(long after, long upTo, Collection<String> types, int limit) {
    return database.list(
        SELECT
            + " where e.id > ? and e.id <= ? and (e.type = any(?) or e.active is false)"
            + " order by e.id limit ?",
        EventQueries::event,
        after,
        upTo,
        Sql.texts(types, type -> type),
        limit);
  }

  /**
   * Events of these types that happened in the range, in order of storing; for the trial of
   * schemes.
   */
  @PermitAll
  public List<StoredEvent> happened(TimeRange range, Collection<String> types, int limit) {
    return database.list(
        SELECT
            + " where e.occurred_at >= ? and e.occurred_at < ? and e.type = any(?)"
            + " order by e.id limit ?",
        EventQueries::event,
        range.from(),
        range.to(),
        types.toArray(String[]::new),
        limit);
  }

  /**
   * Those of these events that are still stored, in order of time; for who may see what they made.
   */
  @PermitAll
  public List<StoredEvent> told(Collection<UUID> uids) {
    return database.list(
        SELECT
            + " join unnest(?::uuid[]) as u(uid) on e.uid = u.uid and e.day = event_day(u.uid)"
            + " order by e.occurred_at, e.id",
        EventQueries::event,
        uids);
  }

  /** What the inputs and outputs of a device said last, by what they are. */
  @PermitAll
  public List<ContactState> contacts(UUID device) {
    return database.list(
        """
        select distinct on (type, source) type, source, active, occurred_at from device_event
        where device_id = ? and type in ('INPUT', 'RELAY') and source is not null and active is not null
        order by type, source, id desc limit 256
        """,
        row ->
            new ContactState(
                row.getString("type"),
                row.getString("source"),
                row.getBoolean("active"),
                Sql.instant(row, "occurred_at")),
        device);
  }

  /** What these inputs and outputs said last; those that said nothing are missing. */
  @PermitAll
  public Map<ContactPlace, ContactState> contacts(Collection<ContactPlace> places) {
    Map<ContactPlace, ContactState> found = new HashMap<>();
    database.list(
        """
        select p.device, p.type, p.source, e.active, e.occurred_at
        from unnest(?::uuid[], ?::text[], ?::text[]) p (device, type, source)
        cross join lateral (
          select active, occurred_at from device_event
          where device_id = p.device and type = p.type and type in ('INPUT', 'RELAY')
            and source = p.source and active is not null
          order by id desc limit 1) e
        """,
        row -> {
          ContactState last =
              new ContactState(
                  row.getString("type"),
                  row.getString("source"),
                  row.getBoolean("active"),
                  Sql.instant(row, "occurred_at"));
          return found.put(
              new ContactPlace(Sql.uuid(row, "device"), last.type(), last.token()), last);
        },
        places.stream().map(ContactPlace::deviceId).toList(),
        Sql.texts(places, ContactPlace::type),
        Sql.texts(places, ContactPlace::token));
    return found;
  }

  /** The newest id, 0 when there is none. */
  @PermitAll
  public long lastId() {
    return database.number("select coalesce(max(id), 0) from device_event");
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    String text = row.getString("reason_text");
    DeviceEvent event =
        new DeviceEvent(
            Sql.uuid(row, "uid"),
            row.getObject("device_id", UUID.class),
            row.getObject("channel_id", UUID.class),
            row.getString("type"),
            code == null ? null : new Reason(code, text == null ? "" : text),
            Sql.instant(row, "occurred_at"),
            row.getString("source"),
            row.getObject("active", Boolean.class),
            EventAttributes.read(row.getString("attributes")));
    return new StoredEvent(
        row.getLong("id"), event, row.getString("device_name"), Sql.instant(row, "received_at"));
  }
}
