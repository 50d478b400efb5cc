package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.user.Roles;

/** Reads which channels ought to be recorded, and why. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class RecordingQueries {
  @PersistenceContext private EntityManager entities;
  @Inject private DeviceQueries devices;
  @Inject private RulesQueries rules;
  @Inject private Clock clock;

  public RecordingRecord recording(UUID channelId) {
    devices.channel(channelId);
    return Objects.requireNonNull(recordings(List.of(channelId)).get(channelId));
  }

  /** The settings of several channels; a channel that was never set is in the answer, too. */
  public Map<UUID, RecordingRecord> recordings(Collection<UUID> channelIds) {
    Map<UUID, Recording> set = new HashMap<>();
    if (!channelIds.isEmpty()) {
      entities
          .createQuery("select r from Recording r where r.channelId in :ids", Recording.class)
          .setParameter("ids", channelIds)
          .getResultList()
          .forEach(r -> set.put(r.getChannelId(), r));
    }
    Instant now = clock.instant();
    RecordingRules loaded = rules.load();
    Map<StreamKey, RecordingRules.Wanted> wanted = loaded.wanted(now);
    Map<UUID, List<RecordingRules.PlanState>> plans = loaded.planStates(now);
    Map<UUID, RecordingRecord> found = new HashMap<>();
    for (UUID id : channelIds) {
      RecordingRules.@Nullable Wanted main = wanted.get(new StreamKey(id, StreamKind.MAIN));
      RecordingRules.@Nullable Wanted sub = wanted.get(new StreamKey(id, StreamKind.SUB));
      RecordingRules.@Nullable Wanted named = main == null ? sub : main;
      @Nullable Recording row = set.get(id);
      found.put(
          id,
          new RecordingRecord(
              row != null && row.isEnabled(),
              row == null ? 0 : row.getVersion(),
              named != null,
              main == null && sub != null ? StreamKind.SUB : StreamKind.MAIN,
              named == null ? null : named.kind(),
              loaded.manualUntil(id, now),
              plans.getOrDefault(id, List.of())));
    }
    return found;
  }
}
