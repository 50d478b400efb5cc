package org.lynceus.device.config;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Encoders of a channel's streams, for who may configure its device. Talks to the device outside
 * any transaction; what it said yes to is noted in the audit log.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EncoderFlow {
  @Inject private EncoderWork work;
  @Inject private DeviceQueries queries;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  public List<StreamEncoder> encoders(UUID channel) {
    allowed(channel);
    return work.read(channel);
  }

  /** Sets what is named of an encoder. */
  public EncoderOutcome set(UUID channel, String encoder, EncoderChange change) {
    ChannelRecord of = allowed(channel);
    EncoderOutcome outcome = work.set(channel, encoder, change);
    audit.note(
        AuditAct.of("device.encoder", "channel", channel, of.name())
            .was(Map.of("encoder", encoder, "settings", outcome.before()))
            .is(Map.of("encoder", encoder, "settings", outcome.now())));
    return outcome;
  }

  private ChannelRecord allowed(UUID channel) {
    ChannelRecord known = queries.channel(channel);
    rights.requireDevice(Function.DEVICE_CONFIGURE, known.deviceId());
    return known;
  }
}
