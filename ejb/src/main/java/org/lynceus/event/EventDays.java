package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lynceus.shared.Database;

/**
 * The tables of {@code device_event}, one for each day (UTC, by the time in the events' uids). What
 * comes before its day has a table waits in {@code device_event_other}. Any node may do this at any
 * time: what is done is not done again.
 */
@Stateless
@PermitAll
public class EventDays {
  private static final String PREFIX = "device_event_";
  private static final String OTHER = PREFIX + "other";

  /** Two events tell the same thing of the same part: the state of a contact, or of a device. */
  private static final String SAME =
      """
      n.device_id = p.device_id and n.id > p.id and n.source is not distinct from p.source
      and (n.type = p.type or n.type in ('DEVICE_ONLINE', 'DEVICE_OFFLINE')
           and p.type in ('DEVICE_ONLINE', 'DEVICE_OFFLINE'))
      """;

  /** What nothing newer was said of: the state that holds until today. */
  private static final String LAST_WORD =
      "p.type in ('INPUT', 'RELAY', 'DEVICE_ONLINE', 'DEVICE_OFFLINE') and p.device_id is not null"
          + " and not exists (select 1 from device_event n where "
          + SAME
          + ")";

  @Inject private Database database;

  /** Makes the table of a day, with what waited for it; nothing when it is there. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void prepare(LocalDate day) {
    DeviceEventStore.lock(database);
    String table = PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    if (database.number("select count(*) from pg_class where oid = to_regclass(?)", table) > 0) {
      return;
    }
    database.update("create table " + table + " (like device_event including all)");
    database.update(
        "with waited as (delete from "
            + OTHER
            + " where day = ? returning *) insert into "
            + table
            + " select * from waited",
        day);
    database.update(
        "alter table device_event attach partition %s for values from ('%s') to ('%s')"
            .formatted(table, day, day.plusDays(1)));
  }

  /**
   * Drops the days before this one, but for the last word of each contact and of each device about
   * its connection, and the ids that other systems gave their events.
   *
   * @return how many tables were dropped
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int forget(LocalDate before) {
    DeviceEventStore.lock(database);
    List<String> old =
        database.list(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'device_event'::regclass and c.relname ~ '^device_event_[0-9]{8}$'
              and c.relname < ? order by 1
            """,
            row -> row.getString(1), PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(before));
    old.forEach(this::drop);
    Instant limit = before.atStartOfDay(ZoneOffset.UTC).toInstant();
    database.update(
        "delete from " + OTHER + " p where received_at < ? and not (" + LAST_WORD + ")", limit);
    database.update("delete from event_sent where sent_at < ?", limit);
    return old.size();
  }

  private void drop(String table) {
    database.update("alter table device_event detach partition " + table);
    database.update(
        "insert into device_event select p.* from "
            + table
            + " p where "
            + LAST_WORD
            + " and not exists (select 1 from "
            + table
            + " n where "
            + SAME
            + ")");
    database.update("drop table " + table);
  }
}
