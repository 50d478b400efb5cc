package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;

/** Reads candidates of retention, and takes both steps of a deletion with its log. */
@ApplicationScoped
@Transactional
public class RetentionStore {
  private static final String CANDIDATE =
      "select id, channel_id, start_at, end_at, bytes from segment where closed and deleting is null"
          + " and end_at > start_at";

  @Inject private Database database;
  @Inject private Clock clock;

  /** A file whose deletion was begun. */
  public record Begun(UUID id, String path) {}

  /** The oldest recordings of a volume. */
  public List<RetentionChoice.Candidate> oldest(UUID volume, int limit) {
    return database.list(
        CANDIDATE + " and volume_id = ? order by start_at limit ?",
        RetentionStore::candidate,
        volume,
        limit);
  }

  /** The oldest recordings of a channel on a volume that ended before an instant. */
  public List<RetentionChoice.Candidate> endedBefore(
      UUID volume, UUID channel, Instant end, int limit) {
    return database.list(
        CANDIDATE
            + " and channel_id = ? and volume_id = ? and end_at < ? order by start_at limit ?",
        RetentionStore::candidate,
        channel,
        volume,
        end,
        limit);
  }

  /** Bytes of a channel on all volumes. */
  public long bytesOf(UUID channel) {
    return database.number(
        "select coalesce(sum(bytes), 0) from segment where channel_id = ? and deleting is null",
        channel);
  }

  /** First step: they are not shown any more. */
  public void begin(List<RetentionChoice.Candidate> chosen, DeletionReason reason) {
    database.update(
        "update segment set deleting = ? where id = any(?)",
        reason,
        chosen.stream().map(RetentionChoice.Candidate::id).toList());
  }

  /** Files of a volume whose deletion was begun, now or before a restart. */
  public List<Begun> begun(UUID volume, int limit) {
    return database.list(
        "select id, path from segment where volume_id = ? and deleting is not null order by start_at"
            + " limit ?",
        row -> new Begun(Sql.uuid(row, "id"), row.getString("path")),
        volume,
        limit);
  }

  /** Second step, when the files are gone: the rows go and the log says so. */
  public void finish(List<UUID> ids, Map<UUID, String> names) {
    List<Object[]> log =
        database.list(
            """
            with gone as (delete from segment where id = any(?) and deleting is not null
              returning channel_id, stream, (start_at at time zone 'UTC')::date as day, deleting, bytes,
                start_at, end_at, chain_no)
            select channel_id, stream, day, deleting, count(*) as files, sum(bytes) as bytes,
              min(start_at) as from_at, max(end_at) as to_at, min(chain_no) as chain_from,
              max(chain_no) as chain_to
            from gone group by 1, 2, 3, 4
            """,
            row -> logged(row, clock.instant(), names),
            ids);
    database.batch(
        "insert into segment_deletion (at, channel_id, stream, channel_name, day, reason, files, bytes,"
            + " from_at, to_at, chain_from, chain_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        log);
  }

  /** Triggers whose recordings are gone are of no use any more. */
  public void forgetTriggers(Duration age) {
    database.update(
        "delete from recording_trigger t where until_at < ? and not exists (select 1 from segment s"
            + " where s.channel_id = t.channel_id and s.start_at < t.until_at)",
        clock.instant().minus(age));
  }

  private static Object[] logged(ResultSet row, Instant now, Map<UUID, String> names)
      throws SQLException {
    UUID channel = Sql.uuid(row, "channel_id");
    return new Object[] {
      now,
      channel,
      row.getString("stream"),
      names.get(channel),
      row.getObject("day", java.time.LocalDate.class),
      row.getString("deleting"),
      row.getInt("files"),
      row.getLong("bytes"),
      Sql.instant(row, "from_at"),
      Sql.instant(row, "to_at"),
      row.getObject("chain_from", Long.class),
      row.getObject("chain_to", Long.class)
    };
  }

  private static RetentionChoice.Candidate candidate(ResultSet row) throws SQLException {
    return new RetentionChoice.Candidate(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "channel_id"),
        new TimeRange(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
        row.getLong("bytes"));
  }
}
