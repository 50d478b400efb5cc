package org.lynceus.live.control;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.CameraTarget;
import org.lynceus.device.OnvifConnections;
import org.lynceus.live.PtzService;
import org.lynceus.protocols.onvif.Imaging;
import org.lynceus.protocols.onvif.Imaging.Amount;
import org.lynceus.protocols.onvif.Imaging.Mode;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.onvif.ImagingCommands;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Lens and picture of a camera. Both belong to who has the camera (see {@link HeadClaims}); what
 * the device does not offer, or outside its own limits, is refused before it is asked.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.PTZ_OPERATE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImagingService {
  /** How long the focus moves without being ordered again. */
  private static final Duration LONGEST_MOVE = PtzService.LONGEST_MOVE;

  @Inject private OnvifConnections devices;
  @Inject private HeadClaims claims;
  @Inject private LensStops stops;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Work with the imaging service. */
  @FunctionalInterface
  private interface Work<T> {
    T with(ImagingCommands imaging) throws OnvifException;
  }

  /** How the picture is set, and what may be set. */
  public Imaging imaging(UUID channel) {
    return with(camera(Function.PTZ_OPERATE, channel), ImagingCommands::read);
  }

  /** Sets the picture; how it is then. */
  @Needs(Function.PTZ_CONFIGURE)
  public Imaging set(UUID channel, Imaging.Change change) {
    CameraTarget camera = camera(Function.PTZ_CONFIGURE, channel);
    claims.claim(channel);
    Imaging before =
        with(
            camera,
            imaging -> {
              Imaging now = imaging.read();
              require(now, change);
              imaging.set(change);
              return now;
            });
    Imaging after = with(camera, ImagingCommands::read);
    audit.note(
        AuditAct.of("live.imaging", "channel", channel, "").was(values(before)).is(values(after)));
    return after;
  }

  /** Moves the lens; the focus for five seconds at most, unless it is ordered again. */
  public void move(UUID channel, LensMotion motion) {
    CameraTarget camera = camera(Function.PTZ_OPERATE, channel);
    claims.claim(channel);
    with(
        camera,
        imaging -> {
          if (motion.iris() != 0) {
            Amount iris = offered("iris", imaging.read().iris());
            imaging.set(Imaging.Change.ofIris(motion.irisFrom(iris)));
          } else if (motion.focus() == 0) {
            imaging.stopFocus();
          } else {
            Range speed = offered("focus", imaging.read().focusSpeed());
            imaging.moveFocus(motion.speedWithin(speed));
          }
          return true;
        });
    stops.cancel(channel);
    if (motion.focus() != 0 && motion.iris() == 0) {
      stops.after(channel, LONGEST_MOVE, () -> stop(camera));
    }
  }

  private void stop(CameraTarget camera) {
    with(
        camera,
        imaging -> {
          imaging.stopFocus();
          return true;
        });
  }

  private <T> T with(CameraTarget camera, Work<T> work) {
    return devices.device(
        camera.device(),
        device -> work.with(new ImagingCommands(device, device.source(camera.number()).source())));
  }

  private CameraTarget camera(Function function, UUID channel) {
    rights.require(function, channel);
    return devices.camera(channel);
  }

  private static <T> T offered(String what, @Nullable T thing) {
    if (thing == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "This camera offers no control of its " + what + ".");
    }
    return thing;
  }

  private static void require(Imaging now, Imaging.Change change) {
    change
        .levels()
        .forEach(
            (level, value) ->
                require(level.name().toLowerCase(Locale.ROOT), now.levels().get(level), value));
    require("iris", now.iris(), change.iris());
    require("irCut", now.irCut(), change.irCut());
    require("focus", now.focus(), change.focus());
    require("exposure", now.exposure(), change.exposure());
    if (change.iris() != null && !"MANUAL".equals(change.exposure())) {
      throw DomainException.invalid("/exposure", "The iris is set with exposure MANUAL.");
    }
  }

  private static void require(String name, @Nullable Amount offer, @Nullable Double value) {
    if (value != null && (offer == null || !offer.range().holds(value))) {
      throw DomainException.invalid("/" + name, "The camera does not offer this value.");
    }
  }

  private static void require(String name, @Nullable Mode offer, @Nullable String word) {
    if (word != null && (offer == null || !offer.words().contains(word))) {
      throw DomainException.invalid("/" + name, "The camera does not offer this.");
    }
  }

  /** What is set, without the limits; for the audit log. */
  private static Imaging.Change values(Imaging imaging) {
    Map<Imaging.Level, Double> levels = new EnumMap<>(Imaging.Level.class);
    imaging.levels().forEach((level, amount) -> levels.put(level, amount.value()));
    return new Imaging.Change(
        levels,
        word(imaging.irCut()),
        word(imaging.focus()),
        word(imaging.exposure()),
        imaging.iris() == null ? null : imaging.iris().value());
  }

  private static @Nullable String word(@Nullable Mode mode) {
    return mode == null ? null : mode.value();
  }
}
