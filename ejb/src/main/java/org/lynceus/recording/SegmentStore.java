package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.LeaseStore;
import org.lynceus.media.store.FragmentTable;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.Database;

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

  @Inject private Database database;
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
    insert(
        segments.stream().filter(s -> standing.contains(Lease.ofRecording(s.channel()))).toList());
    insertGaps(
        gaps.stream().filter(g -> standing.contains(Lease.ofRecording(g.channel()))).toList());
    return standing;
  }

  /** Stores what recovery found on this node's own volume before the engine runs. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void saveRecovered(List<Segment> segments) {
    insert(segments);
  }

  /** Stores gaps that were found at start. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void saveFoundGaps(List<Gap> gaps) {
    insertGaps(gaps);
  }

  private void insert(List<Segment> segments) {
    Map<UUID, SegmentChains.Place> places = chains.places(segments);
    database.batch(SAVE, segments.stream().map(s -> row(s, places.get(s.id()))).toList());
  }

  private void insertGaps(List<Gap> gaps) {
    database.batch(GAP, gaps.stream().map(SegmentStore::row).toList());
  }

  private static @Nullable Object[] row(Segment s, SegmentChains.@Nullable Place place) {
    return new @Nullable Object[] {
      s.id(),
      s.channel(),
      s.kind(),
      s.volume(),
      s.path(),
      s.start(),
      s.end(),
      s.bytes(),
      s.closed(),
      s.recovered(),
      s.codecs(),
      s.width(),
      s.height(),
      s.initBytes(),
      s.run(),
      s.runOffsetMicros(),
      FragmentTable.encode(s.fragments()),
      s.sha256(),
      place == null ? null : place.number(),
      place == null ? null : place.value()
    };
  }

  private static @Nullable Object[] row(Gap gap) {
    return new @Nullable Object[] {
      gap.channel(), gap.stream(), gap.from(), gap.to(), gap.reason().code(), gap.reason().text()
    };
  }
}
