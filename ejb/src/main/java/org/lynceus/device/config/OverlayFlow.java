package org.lynceus.device.config;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Texts in the picture of a channel, for who may configure its device. Talks to the device outside
 * any transaction; what it said yes to is noted in the audit log.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OverlayFlow {
  @Inject private OverlayWork work;
  @Inject private DeviceQueries queries;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  public ChannelOverlays overlays(UUID channel) {
    allowed(channel);
    return work.read(channel);
  }

  public OverlayOutcome add(UUID channel, Content content) {
    ChannelRecord of = allowed(channel);
    OverlayOutcome outcome = work.add(channel, content);
    note("device.overlay.add", of, null, outcome.now());
    return outcome;
  }

  public OverlayOutcome set(UUID channel, String token, Content content) {
    ChannelRecord of = allowed(channel);
    OverlayOutcome outcome = work.set(channel, token, content);
    note("device.overlay.change", of, outcome.before(), outcome.now());
    return outcome;
  }

  public void remove(UUID channel, String token) {
    ChannelRecord of = allowed(channel);
    note("device.overlay.remove", of, work.remove(channel, token), null);
  }

  /** Writes the channel's name at a place; empty when it is written already. */
  public Optional<OverlayOutcome> name(UUID channel, OverlayPosition place) {
    ChannelRecord of = allowed(channel);
    Optional<OverlayOutcome> outcome = work.name(channel, of.name(), place);
    outcome.ifPresent(one -> note("device.overlay.name", of, one.before(), one.now()));
    return outcome;
  }

  private ChannelRecord allowed(UUID channel) {
    ChannelRecord known = queries.channel(channel);
    rights.requireDevice(Function.DEVICE_CONFIGURE, known.deviceId());
    return known;
  }

  private void note(
      String action, ChannelRecord of, @Nullable Content before, @Nullable Content after) {
    audit.note(AuditAct.of(action, "channel", of.id(), of.name()).was(before).is(after));
  }
}
