package org.lynceus.live.control;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.CameraTarget;
import org.lynceus.device.OnvifConnections;
import org.lynceus.live.PtzHold;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.PtzCommands;
import org.lynceus.protocols.onvif.PtzNode;
import org.lynceus.protocols.onvif.PtzPosition;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * What a head can do beyond moving: auxiliary commands, and aiming at a box that was drawn on the
 * picture. Turning is exact where the head knows the space of the field of view, else estimated;
 * how far to zoom is always estimated ({@link ViewEstimate}). A head that does not tell its zoom is
 * only turned.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.PTZ_OPERATE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AimService {
  @Inject private OnvifConnections devices;
  @Inject private HeadClaims claims;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Work with a head that knows what it can do. */
  @FunctionalInterface
  private interface Work<T> {
    T with(PtzCommands head, PtzNode node) throws OnvifException;
  }

  public PtzNode features(UUID channel) {
    return with(camera(channel), (head, node) -> node);
  }

  /** Sends one of the commands that the head names. */
  public void auxiliary(UUID channel, String command) {
    CameraTarget camera = camera(channel);
    claims.claim(channel);
    with(
        camera,
        (head, node) -> {
          if (!node.auxiliary().contains(command)) {
            throw DomainException.invalid("/command", "The camera has no such command.");
          }
          head.auxiliary(command);
          return true;
        });
    audit.note(AuditAct.of("ptz.auxiliary", "channel", channel, command));
  }

  /**
   * Turns the middle of a box to the middle of the picture and comes so close that it is filled.
   */
  public PtzHold aim(UUID channel, PictureBox box) {
    CameraTarget camera = camera(channel);
    PtzHold hold = claims.claim(channel);
    with(
        camera,
        (head, node) -> {
          aim(head, node, box);
          return true;
        });
    return hold;
  }

  private static void aim(PtzCommands head, PtzNode node, PictureBox box) throws OnvifException {
    Optional<PtzPosition> at = position(head);
    double zoom = at.map(PtzPosition::zoom).orElse(0.0);
    double closer = at.isEmpty() ? 0 : ViewEstimate.zoom(zoom, box.magnification()) - zoom;
    Double edge = node.fov();
    if (edge != null) {
      head.turnInView(box.right() * edge, box.up() * edge, closer);
      return;
    }
    double pan = ViewEstimate.pan(box.right(), zoom);
    double tilt = ViewEstimate.tilt(box.up(), zoom);
    if (node.relative()) {
      head.turn(pan, tilt, closer);
    } else if (at.isPresent()) {
      PtzPosition now = at.get();
      head.go(within(now.pan() + pan), within(now.tilt() + tilt), zoom + closer);
    } else {
      throw new DomainException(
          ProblemType.CONFLICT, "This camera can only be moved by the keys of the pad.");
    }
  }

  private static Optional<PtzPosition> position(PtzCommands head) throws OnvifException {
    try {
      return head.position();
    } catch (OnvifException e) {
      if (e.refused()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static double within(double value) {
    return Math.max(-1, Math.min(1, value));
  }

  private <T> T with(CameraTarget camera, Work<T> work) {
    String profile = camera.ptzProfile();
    if (profile == null) {
      throw new DomainException(ProblemType.CONFLICT, "This camera cannot be moved.");
    }
    return devices.device(
        camera.device(),
        device -> work.with(new PtzCommands(device, profile), device.head(camera.number())));
  }

  private CameraTarget camera(UUID channel) {
    rights.require(Function.PTZ_OPERATE, channel);
    return devices.camera(channel);
  }
}
