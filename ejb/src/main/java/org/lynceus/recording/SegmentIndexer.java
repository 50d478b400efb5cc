package org.lynceus.recording;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.Ownership;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.shared.Reason;
import org.lynceus.shared.RetryingQueue;

/**
 * The engine's way to the index. Returns at once; while the database is away the newest state of
 * each segment waits here (at most 100,000, which is a day of 64 cameras; what is left out beyond
 * that is found on disk by the next start's recovery).
 */
@ApplicationScoped
public class SegmentIndexer implements SegmentIndex {
  private static final Logger LOG = System.getLogger(SegmentIndexer.class.getName());
  private static final int BOUND = 100_000;

  /** A segment or a gap on its way. */
  private sealed interface Entry {
    UUID channel();
  }

  private record SegmentEntry(Segment segment) implements Entry {
    @Override
    public UUID channel() {
      return segment.channel();
    }
  }

  private record GapEntry(Gap gap) implements Entry {
    @Override
    public UUID channel() {
      return gap.channel();
    }
  }

  private record GapKey(StreamKey stream, Instant from) {}

  @Inject private SegmentStore store;
  @Inject private Ownership ownership;
  @Resource private ManagedThreadFactory threads;
  private @Nullable RetryingQueue<Object, Entry> queue;

  /** Channels of the segments whose last row is not stored yet, by segment. */
  private final Map<UUID, UUID> unfinished = new ConcurrentHashMap<>();

  @PostConstruct
  void start() {
    queue = new RetryingQueue<>("segment-index", BOUND, this::store, new SecureRandom(), threads);
  }

  /** Hands over what waits and ends the thread. */
  public void stop() {
    queue().close();
  }

  @Override
  public void save(Segment segment) {
    unfinished.put(segment.id(), segment.channel());
    queueOrFail().put(segment.id(), new SegmentEntry(segment));
  }

  @Override
  public void gap(StreamKey key, Instant from, Instant to, Fault reason) {
    Gap gap = new Gap(key.channel(), key.kind(), from, to, Reason.of(reason));
    queueOrFail().put(new GapKey(key, from), new GapEntry(gap));
  }

  /** Those of the channels of which a file is open, or a row waits. */
  public Set<UUID> unfinished() {
    return Set.copyOf(unfinished.values());
  }

  /** The queue's state, for the system page. */
  public RetryingQueue<?, ?> queue() {
    return queueOrFail();
  }

  private RetryingQueue<Object, Entry> queueOrFail() {
    if (queue == null) {
      throw new IllegalStateException("not started");
    }
    return queue;
  }

  private void store(List<Entry> batch) {
    Map<String, Lease> under = new HashMap<>();
    for (Entry entry : batch) {
      Lease lease = ownership.lease(Lease.ofRecording(entry.channel()));
      if (lease != null) {
        under.put(lease.resource(), lease);
      }
    }
    List<Segment> segments =
        batch.stream()
            .filter(SegmentEntry.class::isInstance)
            .map(entry -> ((SegmentEntry) entry).segment())
            .toList();
    List<Gap> gaps =
        batch.stream()
            .filter(GapEntry.class::isInstance)
            .map(entry -> ((GapEntry) entry).gap())
            .toList();
    Set<String> standing = store.save(segments, gaps, under.values());
    segments.stream().filter(Segment::closed).map(Segment::id).forEach(unfinished::remove);
    for (Entry entry : batch) {
      String resource = Lease.ofRecording(entry.channel());
      if (!standing.contains(resource)) {
        LOG.log(Level.WARNING, "Not indexed, another node owns the recording: {0}", resource);
        ownership.lost(resource);
      }
    }
  }
}
