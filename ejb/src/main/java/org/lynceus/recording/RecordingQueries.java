package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lynceus.device.DeviceQueries;
import org.lynceus.user.Roles;

/** Reads which channels ought to be recorded. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class RecordingQueries {
  @PersistenceContext private EntityManager entities;
  @Inject private DeviceQueries devices;

  public RecordingRecord recording(UUID channelId) {
    devices.channel(channelId);
    Recording recording = entities.find(Recording.class, channelId);
    return recording == null
        ? RecordingRecord.NEVER_SET
        : new RecordingRecord(recording.isEnabled(), recording.getVersion());
  }

  /** The settings of several channels; a channel that was never set is in the answer, too. */
  public Map<UUID, RecordingRecord> recordings(Collection<UUID> channelIds) {
    Map<UUID, RecordingRecord> found = new HashMap<>();
    channelIds.forEach(id -> found.put(id, RecordingRecord.NEVER_SET));
    if (!channelIds.isEmpty()) {
      entities
          .createQuery("select r from Recording r where r.channelId in :ids", Recording.class)
          .setParameter("ids", channelIds)
          .getResultList()
          .forEach(
              r -> found.put(r.getChannelId(), new RecordingRecord(r.isEnabled(), r.getVersion())));
    }
    return found;
  }

  /** All channels that ought to be recorded; for the nodes that record. */
  @PermitAll
  public Set<UUID> enabledChannels() {
    return new HashSet<>(
        entities
            .createQuery("select r.channelId from Recording r where r.enabled = true", UUID.class)
            .getResultList());
  }
}
