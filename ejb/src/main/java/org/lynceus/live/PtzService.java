package org.lynceus.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.head.CameraHead;
import org.lynceus.device.head.CameraHeads;
import org.lynceus.live.control.HeadClaims;
import org.lynceus.protocols.onvif.PtzPreset;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Moves cameras. Every act claims the camera first (see {@link PtzHolds}); who is refused is told
 * who has it. A movement ends by itself after {@link #LONGEST_MOVE} unless it is ordered again, so
 * that no camera turns on when a browser dies. Devices are spoken to outside any transaction.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.PTZ_OPERATE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PtzService {
  /** How long a movement goes on without being ordered again. */
  public static final Duration LONGEST_MOVE = Duration.ofSeconds(5);

  private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

  @Inject private PtzHolds holds;
  @Inject private HeadClaims claims;
  @Inject private CameraHeads heads;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Moves with a speed; standing still stops. */
  public PtzHold move(UUID channel, PtzMotion speed) {
    return act(
        channel,
        head -> {
          if (speed.still()) {
            head.stop();
          } else {
            head.move(speed.pan(), speed.tilt(), speed.zoom(), LONGEST_MOVE);
          }
        });
  }

  /** Turns by a part of the view, or goes to a position. */
  public PtzHold go(UUID channel, PtzMotion target, boolean relative) {
    return act(
        channel,
        head -> {
          if (relative) {
            head.turn(target.pan(), target.tilt(), target.zoom());
          } else {
            head.go(target.pan(), target.tilt(), target.zoom());
          }
        });
  }

  /** Goes to a kept position; null: home. */
  public PtzHold visit(UUID channel, @Nullable String preset) {
    return act(
        channel,
        head -> {
          if (preset == null) {
            head.home();
          } else {
            head.goTo(preset);
          }
        });
  }

  public List<PtzPreset> presets(UUID channel) {
    return head(Function.PTZ_OPERATE, channel).presets();
  }

  /** Keeps where the camera looks now under a name. */
  @Needs(Function.PTZ_CONFIGURE)
  public PtzPreset keep(UUID channel, String name) {
    String text = Limits.name(name);
    CameraHead head = head(Function.PTZ_CONFIGURE, channel);
    claims.claim(channel);
    String token = head.keep(text);
    audit.note(AuditAct.of("ptz.keep", "channel", channel, text));
    return new PtzPreset(token, text);
  }

  @Needs(Function.PTZ_CONFIGURE)
  public void forget(UUID channel, String preset) {
    rights.require(Function.PTZ_CONFIGURE, channel);
    act(channel, head -> head.forget(preset));
    audit.note(AuditAct.of("ptz.forget", "channel", channel, preset));
  }

  /** Who has the camera, null when nobody has. */
  public @Nullable PtzHold holder(UUID channel) {
    head(Function.PTZ_OPERATE, channel);
    return holds.holder(channel);
  }

  /** Keeps the camera for oneself for a time, at most ten minutes. */
  public PtzHold hold(UUID channel, Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST_HOLD) > 0) {
      throw DomainException.invalid("/seconds", "Give 1 to 600 seconds.");
    }
    head(Function.PTZ_OPERATE, channel);
    return claims.claim(channel, time);
  }

  public void release(UUID channel) {
    head(Function.PTZ_OPERATE, channel);
    claims.release(channel);
  }

  private PtzHold act(UUID channel, Consumer<CameraHead> act) {
    CameraHead head = head(Function.PTZ_OPERATE, channel);
    PtzHold hold = claims.claim(channel);
    act.accept(head);
    return hold;
  }

  private CameraHead head(Function function, UUID channel) {
    rights.require(function, channel);
    return heads.of(channel);
  }
}
