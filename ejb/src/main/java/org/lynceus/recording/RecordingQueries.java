package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelFilter;
import org.lynceus.device.DeviceQueries;
import org.lynceus.live.Streams;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.RecordingStatus;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads which channels ought to be recorded, and why. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class RecordingQueries {
  @PersistenceContext private EntityManager entities;
  @Inject private DeviceQueries devices;
  @Inject private RulesQueries rules;
  @Inject private Streams streams;
  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private Clock clock;

  public RecordingRecord recording(UUID channelId) {
    devices.channel(channelId);
    return Objects.requireNonNull(recordings(List.of(channelId)).get(channelId));
  }

  /** The settings of several channels; a channel that was never set is in the answer, too. */
  public Map<UUID, RecordingRecord> recordings(Collection<UUID> channelIds) {
    if (channelIds.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Recording> set = new HashMap<>();
    entities
        .createQuery("select r from Recording r where r.channelId in :ids", Recording.class)
        .setParameter("ids", channelIds)
        .getResultList()
        .forEach(r -> set.put(r.getChannelId(), r));
    Instant now = clock.instant();
    RecordingRules loaded = rules.naming(channelIds);
    Map<StreamKey, RecordingRules.Wanted> wanted = loaded.wanted(now);
    Map<UUID, List<RecordingRules.PlanState>> plans = loaded.planStates(now);
    Map<UUID, RecordingRecord> found = new HashMap<>();
    for (UUID id : channelIds) {
      List<StreamKey> named =
          Stream.of(StreamKind.values())
              .map(kind -> new StreamKey(id, kind))
              .filter(wanted::containsKey)
              .toList();
      @Nullable Recording row = set.get(id);
      found.put(
          id,
          new RecordingRecord(
              row != null && row.isEnabled(),
              row == null ? 0 : row.getVersion(),
              !named.isEmpty(),
              strongest(named, wanted),
              status(named, wanted),
              loaded.manualUntil(id, now),
              plans.getOrDefault(id, List.of())));
    }
    return found;
  }

  /** How many of the channels that the caller sees are switched on, and how those are recorded. */
  public RecordingTotals totals() {
    ChannelFilter seen = ChannelFilter.channels("r.channel_id", rights.visible());
    List<UUID> switchedOn =
        database.list(
            "select r.channel_id from recording r where r.enabled and " + seen.sql(),
            row -> Sql.uuid(row, "channel_id"),
            seen.parameters().toArray());
    Collection<RecordingRecord> on = recordings(switchedOn).values();
    return new RecordingTotals(
        on.size(), count(on, RecordingState.RECORDING), count(on, RecordingState.INTERRUPTED));
  }

  private static int count(Collection<RecordingRecord> of, RecordingState state) {
    return (int)
        of.stream()
            .map(RecordingRecord::now)
            .filter(now -> now != null && now.state() == state)
            .count();
  }

  private static @Nullable RecordingKind strongest(
      List<StreamKey> named, Map<StreamKey, RecordingRules.Wanted> wanted) {
    return named.stream()
        .map(key -> Objects.requireNonNull(wanted.get(key)).kind())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Of the streams that ought to be recorded now: an interrupted one, else the main one. */
  private @Nullable RecordingStatus status(
      List<StreamKey> named, Map<StreamKey, RecordingRules.Wanted> wanted) {
    List<RecordingStatus> now =
        named.stream()
            .filter(key -> Objects.requireNonNull(wanted.get(key)).on())
            .map(streams::status)
            .filter(Objects::nonNull)
            .map(StreamStatus::recording)
            .toList();
    return now.stream()
        .filter(status -> status.state() == RecordingState.INTERRUPTED)
        .findFirst()
        .orElse(now.isEmpty() ? null : now.get(0));
  }
}
