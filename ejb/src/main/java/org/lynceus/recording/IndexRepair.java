package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.evidence.SegmentChain;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;

/** Puts the index in line with what a check found on a disk. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class IndexRepair {
  private static final Reason LOST =
      new Reason("file-missing", "The file of this recording is not on its volume any more.");

  @Inject private Database database;
  @Inject private SegmentStore store;

  /** A chain's place and its segment, to be verified. */
  public record ChainRow(long number, String value, SegmentChain.Link link) {}

  /** What the disk says takes the place of what the index says. */
  public void replace(List<Segment> truths) {
    database.update(
        "delete from segment where id = any(?)", truths.stream().map(Segment::id).toList());
    store.saveRecovered(truths);
  }

  /** The row of a file that is not there goes, and a gap is left. */
  public void forget(UUID id) {
    database.update(
        """
        with gone as (delete from segment where id = ? and deleting is null
          returning channel_id, stream, start_at, end_at)
        insert into recording_gap (channel_id, stream, from_at, to_at, reason, detail)
          select channel_id, stream, start_at, end_at, ?, ? from gone where end_at > start_at
        on conflict (channel_id, stream, from_at) do nothing
        """,
        id,
        LOST.code(),
        LOST.text());
  }

  /** The next rows of a volume that have a place in a chain, in order of channel, stream, place. */
  public List<ChainRow> chained(UUID volume, @Nullable ChainRow after, int limit) {
    return database.list(
        "select * from segment where volume_id = ? and chain_no is not null and (channel_id, stream,"
            + " chain_no) > (?, ?, ?) order by channel_id, stream, chain_no limit ?",
        row ->
            new ChainRow(
                row.getLong("chain_no"),
                row.getString("chain"),
                SegmentChain.Link.of(SegmentQueries.segment(row))),
        volume,
        after == null ? new UUID(0, 0) : after.link().channel(),
        after == null ? "" : after.link().kind().name(),
        after == null ? 0L : after.number(),
        limit);
  }

  /** Value of the chain at a place, on whichever volume it is; null when it is gone. */
  public @Nullable String valueAt(ChainRow row, long number) {
    return database.first(
        "select chain from segment where channel_id = ? and stream = ? and chain_no = ?",
        found -> found.getString("chain"),
        row.link().channel(),
        row.link().kind(),
        number);
  }
}
