package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.store.FragmentTable;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/**
 * Reads the index of recordings. Every read of a channel first checks that the caller may see it.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.RECORDING_PLAY)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SegmentQueries {
  /** No segment is longer; bounds how far back a search for an overlap must look. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String OVERLAP =
      " where channel_id = ? and stream = ? and start_at >= ? and start_at < ? and end_at > ?"
          + " and deleting is null order by start_at";

  @Inject private Database database;
  @Inject private DeviceQueries devices;

  /** The segments that overlap the range, in order of time. */
  public List<Segment> segments(StreamKey stream, TimeRange range) {
    devices.channel(Function.RECORDING_PLAY, stream.channel());
    return recorded(stream, range);
  }

  /** The same for work whose right was checked when it was ordered. */
  @PermitAll
  public List<Segment> recorded(StreamKey stream, TimeRange range) {
    return select("select * from segment" + OVERLAP, stream, range, SegmentQueries::segment);
  }

  /** Gaps with their reason, for the same. */
  @PermitAll
  public Timeline recordedTimeline(StreamKey stream, TimeRange range) {
    List<TimeRange> recorded =
        select(
            "select start_at, end_at from segment" + OVERLAP,
            stream,
            range,
            row -> new TimeRange(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")));
    return Timeline.of(range, recorded, gaps(stream, range));
  }

  /** Values of the chain after segments. */
  @PermitAll
  public Map<UUID, String> chains(Collection<UUID> ids) {
    Map<UUID, String> chains = new HashMap<>();
    database.list(
        "select id, chain from segment where id = any(?) and chain is not null",
        row -> chains.put(Sql.uuid(row, "id"), row.getString("chain")),
        List.copyOf(ids));
    return chains;
  }

  /** A page of a volume's rows in byte order of their paths. */
  @PermitAll
  public List<Segment> ofVolume(UUID volume, String afterPath, int limit) {
    return database.list(
        "select * from segment where volume_id = ? and path collate \"C\" > ? order by path collate"
            + " \"C\" limit ?",
        SegmentQueries::segment,
        volume,
        afterPath,
        limit);
  }

  public Segment segment(UUID channel, UUID id) {
    devices.channel(Function.RECORDING_PLAY, channel);
    Segment segment = byId(id);
    if (segment == null || !segment.channel().equals(channel)) {
      throw DomainException.notFound("recording");
    }
    return segment;
  }

  /** Spans and gaps of the range. */
  public Timeline timeline(StreamKey stream, TimeRange range) {
    devices.channel(Function.RECORDING_PLAY, stream.channel());
    return recordedTimeline(stream, range);
  }

  /** What made the channel be recorded beyond the clock in the range. */
  public List<Trigger> triggers(StreamKey stream, TimeRange range) {
    devices.channel(Function.RECORDING_PLAY, stream.channel());
    return database.list(
        "select * from recording_trigger where channel_id = ? and stream = ? and until_at > ?"
            + " and from_at < ? order by from_at limit 100000",
        RulesQueries::trigger,
        stream.channel(),
        stream.kind(),
        range.from(),
        range.to());
  }

  /** The days of the month, in the zone, on which something is recorded. */
  public List<LocalDate> recordedDays(StreamKey stream, YearMonth month, ZoneId zone) {
    devices.channel(Function.RECORDING_PLAY, stream.channel());
    Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return select(
            "select start_at, end_at from segment" + OVERLAP,
            stream,
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
    return database.first("select * from segment where id = ?", SegmentQueries::segment, id);
  }

  /**
   * From when on the files of a volume may differ from the index: the oldest segment that was not
   * closed, or the newest one; null when the index knows none.
   */
  @PermitAll
  public @Nullable Instant uncertainSince(UUID volume) {
    return database.first(
        """
        select since from (select least(min(start_at) filter (where not closed), max(start_at))
          as since from segment where volume_id = ?) x where since is not null
        """,
        row -> Sql.instant(row, "since"),
        volume);
  }

  /** Bytes of recordings that the index knows on a volume. */
  @PermitAll
  public long bytesOn(UUID volume) {
    return database.number(
        "select coalesce(sum(bytes), 0) from segment where volume_id = ?", volume);
  }

  /** Until when the streams of the channels are accounted for, by footage or by a gap. */
  @PermitAll
  public Map<StreamKey, Instant> accountedUntil(Collection<UUID> channels) {
    Map<StreamKey, Instant> until = new HashMap<>();
    database.list(
        """
        select channel_id, stream, max(until) as until from (
          select channel_id, stream, max(end_at) as until from segment
            where channel_id = any(?) group by 1, 2
          union all
          select channel_id, stream, max(to_at) from recording_gap
            where channel_id = any(?) group by 1, 2) x group by 1, 2
        """,
        row ->
            until.put(
                new StreamKey(
                    Sql.uuid(row, "channel_id"), StreamKind.valueOf(row.getString("stream"))),
                Sql.instant(row, "until")),
        channels,
        channels);
    return until;
  }

  private List<Gap> gaps(StreamKey stream, TimeRange range) {
    return database.list(
        "select * from recording_gap where channel_id = ? and stream = ? and from_at < ?"
            + " and to_at > ? order by from_at limit 10000",
        row ->
            new Gap(
                stream.channel(),
                stream.kind(),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "to_at"),
                new Reason(row.getString("reason"), row.getString("detail"))),
        stream.channel(),
        stream.kind(),
        range.to(),
        range.from());
  }

  private <T> List<T> select(
      String sql, StreamKey stream, TimeRange range, Database.RowReader<T> reader) {
    return database.list(
        sql,
        reader,
        stream.channel(),
        stream.kind(),
        range.from().minus(LONGEST),
        range.to(),
        range.from());
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
