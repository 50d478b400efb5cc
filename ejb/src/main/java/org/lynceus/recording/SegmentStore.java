package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.LeaseStore;
import org.lynceus.media.store.FragmentTable;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.Sql;

/**
 * Writes the index of recordings: batched, idempotent, and only for streams whose lease still
 * stands (fencing), so a node that lost a camera cannot write beside its successor.
 */
@ApplicationScoped
public class SegmentStore {
  private static final String SAVE =
      """
      insert into segment (id, channel_id, stream, volume_id, path, start_at, end_at, bytes, closed,
        recovered, codecs, width, height, init_bytes, run, run_offset_us, fragments, sha256, chain_no,
        chain)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set end_at = excluded.end_at, bytes = excluded.bytes,
        closed = excluded.closed, recovered = excluded.recovered, fragments = excluded.fragments,
        sha256 = excluded.sha256,
        chain_no = coalesce(segment.chain_no, excluded.chain_no),
        chain = coalesce(segment.chain, excluded.chain)
      """;
  private static final String GAP =
      """
      insert into recording_gap (channel_id, stream, from_at, to_at, reason, detail)
      values (?, ?, ?, ?, ?, ?)
      on conflict (channel_id, stream, from_at) do update set to_at = excluded.to_at
      """;

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Inject private LeaseStore leases;
  @Inject private SegmentChains chains;

  /**
   * Stores those rows whose lease stands.
   *
   * @param under the leases of the rows' channels; a row whose channel is not among them is refused
   * @return the resources whose lease stands
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Set<String> save(List<Segment> segments, List<Gap> gaps, Collection<Lease> under) {
    Set<String> standing = leases.standing(under);
    try (Connection connection = database.getConnection()) {
      saveSegments(
          connection,
          segments.stream()
              .filter(s -> standing.contains(Lease.ofRecording(s.channel())))
              .toList());
      saveGaps(
          connection,
          gaps.stream().filter(g -> standing.contains(Lease.ofRecording(g.channel()))).toList());
      return standing;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Stores what recovery found on this node's own volume before the engine runs. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void saveRecovered(List<Segment> segments) {
    try (Connection connection = database.getConnection()) {
      saveSegments(connection, segments);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Stores gaps that were found at start. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void saveFoundGaps(List<Gap> gaps) {
    try (Connection connection = database.getConnection()) {
      saveGaps(connection, gaps);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private void saveSegments(Connection connection, List<Segment> segments) throws SQLException {
    Map<UUID, SegmentChains.Place> places = chains.places(segments);
    try (PreparedStatement save = connection.prepareStatement(SAVE)) {
      for (Segment segment : segments) {
        bind(save, segment);
        SegmentChains.@Nullable Place place = places.get(segment.id());
        save.setObject(19, place == null ? null : place.number(), Types.BIGINT);
        save.setString(20, place == null ? null : place.value());
        save.addBatch();
      }
      save.executeBatch();
    }
  }

  private static void bind(PreparedStatement save, Segment s) throws SQLException {
    Sql.uuid(save, 1, s.id());
    Sql.uuid(save, 2, s.channel());
    save.setString(3, s.kind().name());
    Sql.uuid(save, 4, s.volume());
    save.setString(5, s.path());
    Sql.instant(save, 6, s.start());
    Sql.instant(save, 7, s.end());
    save.setLong(8, s.bytes());
    save.setBoolean(9, s.closed());
    save.setBoolean(10, s.recovered());
    save.setString(11, s.codecs());
    save.setInt(12, s.width());
    save.setInt(13, s.height());
    save.setInt(14, s.initBytes());
    Sql.uuid(save, 15, s.run());
    save.setLong(16, s.runOffsetMicros());
    save.setBytes(17, FragmentTable.encode(s.fragments()));
    save.setString(18, s.sha256());
  }

  private static void saveGaps(Connection connection, List<Gap> gaps) throws SQLException {
    try (PreparedStatement save = connection.prepareStatement(GAP)) {
      for (Gap gap : gaps) {
        Sql.uuid(save, 1, gap.channel());
        save.setString(2, gap.stream().name());
        Sql.instant(save, 3, gap.from());
        Sql.instant(save, 4, gap.to());
        save.setString(5, gap.reason().code());
        save.setString(6, gap.reason().text());
        save.addBatch();
      }
      save.executeBatch();
    }
  }
}
