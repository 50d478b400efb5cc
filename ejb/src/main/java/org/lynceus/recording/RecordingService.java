package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Switches recording on and off. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.RECORDING_CONFIGURE)
public class RecordingService {
  @PersistenceContext private EntityManager entities;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private RecordingQueries queries;
  @Inject private Clock clock;
  @Inject private Event<RecordingChanged> changed;

  /** Sets it; the version is the one the caller saw, 0 for a channel that was never set. */
  public RecordingRecord set(UUID channelId, boolean enabled, long version) {
    String name = devices.channel(Function.RECORDING_CONFIGURE, channelId).name();
    Recording recording = entities.find(Recording.class, channelId, LockModeType.PESSIMISTIC_WRITE);
    if ((recording == null ? 0 : recording.getVersion()) != version) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "Recording was switched meanwhile; load it again.");
    }
    if (recording == null) {
      recording = new Recording(channelId, enabled, clock.instant());
      entities.persist(recording);
    } else {
      recording.set(enabled, clock.instant());
    }
    entities.flush();
    audit.note(
        AuditAct.of("recording.set", "channel", channelId, name)
            .is(java.util.Map.of("enabled", enabled)));
    changed.fire(new RecordingChanged(channelId));
    return queries.recording(channelId);
  }
}
