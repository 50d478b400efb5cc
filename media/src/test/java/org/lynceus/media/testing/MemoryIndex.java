package org.lynceus.media.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentIndex;

/** An index in memory. */
public final class MemoryIndex implements SegmentIndex {
  /** A reported gap. */
  public record Gap(StreamKey key, Instant from, Instant to, Fault reason) {}

  private final Map<UUID, Segment> segments = new LinkedHashMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  @Override
  public synchronized void save(Segment segment) {
    segments.put(segment.id(), segment);
    notifyAll();
  }

  @Override
  public synchronized void gap(StreamKey key, Instant from, Instant to, Fault reason) {
    gaps.add(new Gap(key, from, to, reason));
    notifyAll();
  }

  public synchronized List<Segment> segments() {
    return segments.values().stream().sorted(Comparator.comparing(Segment::start)).toList();
  }

  public synchronized List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** Retention deleted it. */
  public synchronized void forget(UUID id) {
    segments.remove(id);
  }

  public synchronized Segment find(UUID id) {
    return segments.get(id);
  }
}
