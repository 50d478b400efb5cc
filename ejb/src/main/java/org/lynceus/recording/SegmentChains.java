package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.evidence.SegmentChain;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/**
 * Gives closed segments their place in the chain of their channel, stream and day (UTC), in order
 * of arrival. Runs in the transaction that stores them; the lease sees to it that only one node
 * does.
 */
@ApplicationScoped
public class SegmentChains {
  /** Places of one day; a day of one stream has fewer files. */
  static final long DAY = 1_000_000;

  @Inject private Database database;

  /** A place in a chain: its number, and the value of the chain after the segment. */
  public record Place(long number, String value) {}

  /** A stream's day. */
  private record Chain(StreamKey stream, LocalDate day) {}

  /** Places of those segments that are closed, have a digest and have no place yet. */
  Map<UUID, Place> places(List<Segment> segments) {
    List<Segment> ready = segments.stream().filter(s -> s.closed() && s.sha256() != null).toList();
    Map<UUID, Place> places = new HashMap<>();
    if (ready.isEmpty()) {
      return places;
    }
    Set<UUID> placed = placed(ready);
    Map<Chain, Place> ends = new HashMap<>();
    for (Segment segment : ready) {
      if (!placed.add(segment.id())) {
        continue;
      }
      Chain chain = new Chain(segment.key(), segment.start().atZone(ZoneOffset.UTC).toLocalDate());
      Place end = ends.computeIfAbsent(chain, this::end);
      Place next =
          new Place(
              end.number() + 1, SegmentChain.next(end.value(), SegmentChain.Link.of(segment)));
      ends.put(chain, next);
      places.put(segment.id(), next);
    }
    return places;
  }

  private Set<UUID> placed(List<Segment> segments) {
    return new HashSet<>(
        database.list(
            "select id from segment where id = any(?) and chain_no is not null",
            row -> Sql.uuid(row, "id"),
            segments.stream().map(Segment::id).toList()));
  }

  private Place end(Chain chain) {
    long first = chain.day().toEpochDay() * DAY;
    @Nullable Place last =
        database.first(
            "select chain_no, chain from segment where channel_id = ? and stream = ?"
                + " and chain_no >= ? and chain_no < ? order by chain_no desc limit 1",
            row -> new Place(row.getLong("chain_no"), row.getString("chain")),
            chain.stream().channel(),
            chain.stream().kind(),
            first,
            first + DAY);
    return last == null ? new Place(first, SegmentChain.start(chain.stream(), chain.day())) : last;
  }
}
