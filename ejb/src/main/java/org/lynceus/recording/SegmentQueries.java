package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKind;
import org.lynceus.media.store.FragmentTable;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.Database;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Roles;

/**
 * Reads the index of recordings. Every read of a channel first checks that the caller may see it.
 */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SegmentQueries {
  /** No segment is longer; bounds how far back a search for an overlap must look. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String OVERLAP =
      " where channel_id = ? and stream = 'MAIN' and start_at >= ? and start_at < ? and end_at > ?"
          + " and deleting is null order by start_at";

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Inject private Database sql;
  @Inject private DeviceQueries devices;

  /** The segments that overlap the range, in order of time. */
  public List<Segment> segments(UUID channel, TimeRange range) {
    devices.channel(channel);
    return select("select * from segment" + OVERLAP, channel, range, SegmentQueries::segment);
  }

  /** The same for work whose right was checked when it was ordered. */
  @PermitAll
  public List<Segment> recorded(UUID channel, TimeRange range) {
    return select("select * from segment" + OVERLAP, channel, range, SegmentQueries::segment);
  }

  /** Gaps with their reason, for the same. */
  @PermitAll
  public Timeline recordedTimeline(UUID channel, TimeRange range) {
    List<TimeRange> recorded =
        select(
            "select start_at, end_at from segment" + OVERLAP,
            channel,
            range,
            row -> new TimeRange(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")));
    return Timeline.of(range, recorded, gaps(channel, range));
  }

  /** Values of the chain after segments. */
  @PermitAll
  public Map<UUID, String> chains(Collection<UUID> ids) {
    Map<UUID, String> chains = new HashMap<>();
    sql.list(
        "select id, chain from segment where id = any(?) and chain is not null",
        row -> chains.put(Sql.uuid(row, "id"), row.getString("chain")),
        List.copyOf(ids));
    return chains;
  }

  /** A page of a volume's rows in byte order of their paths. */
  @PermitAll
  public List<Segment> ofVolume(UUID volume, String afterPath, int limit) {
    return sql.list(
        "select * from segment where volume_id = ? and path collate \"C\" > ? order by path collate"
            + " \"C\" limit ?",
        SegmentQueries::segment,
        volume,
        afterPath,
        limit);
  }

  public Segment segment(UUID channel, UUID id) {
    devices.channel(channel);
    Segment segment = byId(id);
    if (segment == null || !segment.channel().equals(channel)) {
      throw DomainException.notFound("recording");
    }
    return segment;
  }

  /** Spans and gaps of the range. */
  public Timeline timeline(UUID channel, TimeRange range) {
    devices.channel(channel);
    return recordedTimeline(channel, range);
  }

  /** What made the channel be recorded beyond the clock in the range. */
  public List<Trigger> triggers(UUID channel, TimeRange range) {
    devices.channel(channel);
    return sql.list(
        "select * from recording_trigger where channel_id = ? and stream = 'MAIN' and until_at > ?"
            + " and from_at < ? order by from_at limit 100000",
        RulesQueries::trigger,
        channel,
        range.from(),
        range.to());
  }

  /** The days of the month, in the zone, on which something is recorded. */
  public List<LocalDate> recordedDays(UUID channel, YearMonth month, ZoneId zone) {
    devices.channel(channel);
    Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return select(
            "select start_at, end_at from segment" + OVERLAP,
            channel,
            new TimeRange(from, to),
            row ->
                Stream.of(Sql.instant(row, "start_at"), Sql.instant(row, "end_at").minusNanos(1))
                    .map(instant -> instant.atZone(zone).toLocalDate())
                    .filter(day -> YearMonth.from(day).equals(month)))
        .stream()
        .flatMap(days -> days)
        .distinct()
        .sorted()
        .toList();
  }

  /** The index row of a segment, null when there is none; for recovery. */
  @PermitAll
  public @Nullable Segment byId(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select * from segment where id = ?")) {
      Sql.uuid(statement, 1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? segment(row) : null;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * From when on the files of a volume may differ from the index: the oldest segment that was not
   * closed, or the newest one; null when the index knows none.
   */
  @PermitAll
  public @Nullable Instant uncertainSince(UUID volume) {
    String sql =
        "select least(min(start_at) filter (where not closed), max(start_at)) as start_at"
            + " from segment where volume_id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Sql.uuid(statement, 1, volume);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getTimestamp(1) != null ? Sql.instant(row, "start_at") : null;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Bytes of recordings that the index knows on a volume. */
  @PermitAll
  public long bytesOn(UUID volume) {
    return sql.number("select coalesce(sum(bytes), 0) from segment where volume_id = ?", volume);
  }

  /** Until when the channels are accounted for, by footage or by a gap. */
  @PermitAll
  public Map<UUID, Instant> accountedUntil(Collection<UUID> channels) {
    String sql =
        """
        select channel_id, max(until) as until from (
          select channel_id, max(end_at) as until from segment
            where channel_id = any(?) and stream = 'MAIN' group by 1
          union all
          select channel_id, max(to_at) from recording_gap
            where channel_id = any(?) and stream = 'MAIN' group by 1) x group by 1
        """;
    Map<UUID, Instant> until = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      java.sql.Array ids = connection.createArrayOf("uuid", channels.toArray());
      statement.setArray(1, ids);
      statement.setArray(2, ids);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          until.put(Sql.uuid(row, "channel_id"), Sql.instant(row, "until"));
        }
      }
      return until;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private List<Gap> gaps(UUID channel, TimeRange range) {
    String sql =
        "select * from recording_gap where channel_id = ? and stream = 'MAIN' and from_at < ?"
            + " and to_at > ? order by from_at limit 10000";
    List<Gap> gaps = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Sql.uuid(statement, 1, channel);
      Sql.instant(statement, 2, range.to());
      Sql.instant(statement, 3, range.from());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          gaps.add(
              new Gap(
                  channel,
                  StreamKind.MAIN,
                  Sql.instant(row, "from_at"),
                  Sql.instant(row, "to_at"),
                  new Reason(row.getString("reason"), row.getString("detail"))));
        }
      }
      return gaps;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> select(String sql, UUID channel, TimeRange range, RowReader<T> reader) {
    List<T> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Sql.uuid(statement, 1, channel);
      Sql.instant(statement, 2, range.from().minus(LONGEST));
      Sql.instant(statement, 3, range.to());
      Sql.instant(statement, 4, range.from());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  static Segment segment(ResultSet row) throws SQLException {
    Instant start = Sql.instant(row, "start_at");
    return new Segment(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "channel_id"),
        StreamKind.valueOf(row.getString("stream")),
        Sql.uuid(row, "volume_id"),
        row.getString("path"),
        start,
        Duration.between(start, Sql.instant(row, "end_at")).toNanos() / 1000,
        row.getLong("bytes"),
        row.getBoolean("closed"),
        row.getBoolean("recovered"),
        row.getString("codecs"),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("init_bytes"),
        Sql.uuid(row, "run"),
        row.getLong("run_offset_us"),
        FragmentTable.decode(row.getBytes("fragments")),
        row.getString("sha256"));
  }
}
