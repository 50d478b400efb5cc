package org.lynceus.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.schedule.TimeEngine;
import org.lynceus.schedule.TimeTemplate;
import org.lynceus.shared.TimeRange;

/**
 * Everything that decides what is recorded, as it was last read. Pure: the same rules give the same
 * answer for the same instant, so plans go on by the clock while the database is away.
 *
 * @param switchedOn channels whose main stream is recorded all day, beyond any plan, and since when
 * @param plans enabled ones
 * @param triggers those that may still hold
 * @param standby what is kept in memory of main streams beyond any plan
 * @param groupOf volume group of a channel; absent: any volume
 * @param volumesOf volumes of a group
 */
public record RecordingRules(
    Map<UUID, Instant> switchedOn,
    List<RecordingPlan> plans,
    Map<UUID, TimeTemplate> templates,
    List<Trigger> triggers,
    Map<UUID, Duration> standby,
    Map<UUID, UUID> groupOf,
    Map<UUID, List<UUID>> volumesOf,
    ZoneId siteZone) {
  /** Nothing is recorded. */
  public static final RecordingRules NONE =
      new RecordingRules(
          Map.of(), List.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), ZoneId.of("UTC"));

  /**
   * What one stream ought to do now.
   *
   * @param kind the strongest reason to record now, null: planned, but not now
   * @param pre what to keep in memory for a trigger to come
   */
  public record Wanted(@Nullable RecordingKind kind, Duration pre) {
    public boolean on() {
      return kind != null;
    }
  }

  /** A plan that holds a channel, whether it is active, and when that changes. */
  public record PlanState(RecordingPlan plan, boolean active, @Nullable Instant nextChange) {}

  /** The streams that any rule names, with what they ought to do at the instant. */
  public Map<StreamKey, Wanted> wanted(Instant now) {
    Map<StreamKey, Wanted> wanted = new HashMap<>();
    switchedOn
        .keySet()
        .forEach(
            channel ->
                merge(wanted, channel, StreamKind.MAIN, RecordingKind.CONTINUOUS, Duration.ZERO));
    for (RecordingPlan plan : plans) {
      boolean active = active(plan, now);
      boolean records = active && plan.kind() == RecordingKind.CONTINUOUS;
      boolean waits = active && plan.kind() != RecordingKind.CONTINUOUS;
      for (UUID channel : plan.channelIds()) {
        merge(
            wanted,
            channel,
            plan.stream(),
            records ? RecordingKind.CONTINUOUS : null,
            waits ? plan.pre() : Duration.ZERO);
      }
    }
    standby.forEach((channel, pre) -> merge(wanted, channel, StreamKind.MAIN, null, pre));
    for (Trigger trigger : triggers) {
      if (!now.isBefore(trigger.from()) && now.isBefore(trigger.until())) {
        merge(wanted, trigger.channel(), trigger.stream(), trigger.kind(), Duration.ZERO);
      }
    }
    return wanted;
  }

  /** Streams that any rule names. */
  public Set<StreamKey> streams() {
    Set<StreamKey> streams = new HashSet<>();
    switchedOn.keySet().forEach(id -> streams.add(new StreamKey(id, StreamKind.MAIN)));
    plans.forEach(
        plan -> plan.channelIds().forEach(id -> streams.add(new StreamKey(id, plan.stream()))));
    standby.keySet().forEach(id -> streams.add(new StreamKey(id, StreamKind.MAIN)));
    triggers.forEach(t -> streams.add(new StreamKey(t.channel(), t.stream())));
    return streams;
  }

  /** Channels that any rule names. */
  public Set<UUID> channels() {
    return streams().stream().map(StreamKey::channel).collect(Collectors.toSet());
  }

  /** The plans that hold each channel. */
  public Map<UUID, List<PlanState>> planStates(Instant now) {
    Map<UUID, List<PlanState>> found = new HashMap<>();
    for (RecordingPlan plan : plans) {
      TimeTemplate template = templates.get(plan.templateId());
      if (template != null) {
        PlanState state =
            new PlanState(plan, template.active(now, siteZone), template.nextChange(now, siteZone));
        plan.channelIds()
            .forEach(id -> found.computeIfAbsent(id, channel -> new ArrayList<>()).add(state));
      }
    }
    return found;
  }

  /**
   * When the stream ought to be recorded continuously in the range: in order, not touching. The
   * switch and plans count from when they were last changed; what they said before is not known.
   */
  public List<TimeRange> continuous(StreamKey stream, TimeRange range) {
    List<TimeRange> spans = new ArrayList<>();
    Instant on = stream.kind() == StreamKind.MAIN ? switchedOn.get(stream.channel()) : null;
    if (on != null) {
      addFrom(spans, range, on);
    }
    for (RecordingPlan plan : plans) {
      TimeTemplate template = templates.get(plan.templateId());
      if (template != null
          && plan.kind() == RecordingKind.CONTINUOUS
          && plan.stream() == stream.kind()
          && plan.channelIds().contains(stream.channel())) {
        TimeEngine.spans(template.rules(), template.zone(siteZone), range)
            .forEach(
                span -> addFrom(spans, new TimeRange(span.from(), span.to()), plan.changedAt()));
      }
    }
    return TimeRange.union(spans);
  }

  private static void addFrom(List<TimeRange> spans, TimeRange range, Instant since) {
    if (since.isBefore(range.to())) {
      spans.add(new TimeRange(since.isAfter(range.from()) ? since : range.from(), range.to()));
    }
  }

  /** Until when a channel is recorded by hand, null when it is not. */
  public @Nullable Instant manualUntil(UUID channel, Instant now) {
    return triggers.stream()
        .filter(t -> t.channel().equals(channel) && t.kind() == RecordingKind.MANUAL)
        .map(Trigger::until)
        .filter(now::isBefore)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** The active plans of the kind that hold the channel: of each stream the longest post-record. */
  public Collection<RecordingPlan> waitingFor(UUID channel, RecordingKind kind, Instant now) {
    return plans.stream()
        .filter(p -> p.kind() == kind && p.channelIds().contains(channel) && active(p, now))
        .collect(
            Collectors.toMap(
                RecordingPlan::stream,
                p -> p,
                BinaryOperator.maxBy(Comparator.comparing(RecordingPlan::post))))
        .values();
  }

  /** The volumes a channel is to be recorded to; empty: any. */
  public List<UUID> volumes(UUID channel) {
    UUID group = groupOf.get(channel);
    return group == null ? List.of() : volumesOf.getOrDefault(group, List.of());
  }

  private boolean active(RecordingPlan plan, Instant now) {
    TimeTemplate template = templates.get(plan.templateId());
    return template != null && template.active(now, siteZone);
  }

  private static void merge(
      Map<StreamKey, Wanted> wanted,
      UUID channel,
      StreamKind stream,
      @Nullable RecordingKind kind,
      Duration pre) {
    wanted.merge(
        new StreamKey(channel, stream),
        new Wanted(kind, pre),
        (a, b) -> new Wanted(stronger(a.kind(), b.kind()), longer(a.pre(), b.pre())));
  }

  private static @Nullable RecordingKind stronger(
      @Nullable RecordingKind a, @Nullable RecordingKind b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
