package org.lynceus.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.shared.TimeRange;

/**
 * Chooses what to delete. Pure. A locked recording is never chosen. Most days are a must: what is
 * older goes, whatever else is wished. When room is needed the oldest go, first those that have
 * been kept as long as they should; only when these are not enough those that should have been kept
 * longer, and then it is said.
 */
public final class RetentionChoice {
  /** A closed recording that may be chosen. */
  public record Candidate(UUID id, UUID channel, TimeRange range, long bytes) {}

  /**
   * What to delete.
   *
   * @param tooEarly whether some of it should have been kept longer
   * @param freed bytes
   */
  public record Choice(List<Candidate> chosen, boolean tooEarly, long freed) {
    public Choice {
      chosen = List.copyOf(chosen);
    }
  }

  private final Map<UUID, ChannelRetention> retentions;
  private final List<RecordingLock> locks;
  private final Instant now;

  public RetentionChoice(
      Map<UUID, ChannelRetention> retentions, List<RecordingLock> locks, Instant now) {
    this.retentions = Map.copyOf(retentions);
    this.locks = locks.stream().filter(lock -> lock.holds(now)).toList();
    this.now = now;
  }

  /** Those that end before their channel's most days. */
  public Choice expired(List<Candidate> candidates) {
    List<Candidate> chosen = candidates.stream().filter(c -> isExpired(c) && !isLocked(c)).toList();
    return new Choice(chosen, false, bytes(chosen));
  }

  /** Oldest first until so many bytes are free, or nothing is left. */
  public Choice room(List<Candidate> oldestFirst, long needed) {
    List<Candidate> chosen = new ArrayList<>();
    long freed = take(oldestFirst.stream().filter(c -> !isWished(c)).toList(), needed, chosen);
    boolean tooEarly = false;
    if (freed < needed) {
      int before = chosen.size();
      freed += take(oldestFirst.stream().filter(this::isWished).toList(), needed - freed, chosen);
      tooEarly = chosen.size() > before;
    }
    return new Choice(chosen, tooEarly, freed);
  }

  private long take(List<Candidate> oldestFirst, long needed, List<Candidate> chosen) {
    long freed = 0;
    for (Candidate candidate : oldestFirst) {
      if (freed >= needed) {
        break;
      }
      if (!isLocked(candidate)) {
        chosen.add(candidate);
        freed += candidate.bytes();
      }
    }
    return freed;
  }

  private boolean isExpired(Candidate candidate) {
    ChannelRetention retention = retentions.get(candidate.channel());
    return retention != null
        && retention.maxDays() != null
        && candidate.range().to().isBefore(now.minus(Duration.ofDays(retention.maxDays())));
  }

  private boolean isWished(Candidate candidate) {
    ChannelRetention retention = retentions.get(candidate.channel());
    return retention != null
        && retention.minDays() != null
        && candidate.range().to().isAfter(now.minus(Duration.ofDays(retention.minDays())));
  }

  private boolean isLocked(Candidate candidate) {
    return locks.stream()
        .anyMatch(
            lock ->
                lock.channelIds().contains(candidate.channel())
                    && lock.range().cut(candidate.range()) != null);
  }

  private static long bytes(List<Candidate> candidates) {
    return candidates.stream().mapToLong(Candidate::bytes).sum();
  }
}
