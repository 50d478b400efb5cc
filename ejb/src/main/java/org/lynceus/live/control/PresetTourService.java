package org.lynceus.live.control;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.PtzTarget;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.PresetTour;
import org.lynceus.protocols.onvif.PresetTours;
import org.lynceus.protocols.onvif.PtzCommands;
import org.lynceus.protocols.onvif.PtzPreset;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Tours of presets, which the camera keeps and makes by itself; they go on when nobody watches. A
 * movement by hand ends one. Starting one claims the camera like any other act.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.PTZ_OPERATE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PresetTourService {
  private static final int MOST_STOPS = 64;
  private static final double LONGEST_STAY = 3600;

  @Inject private OnvifConnections devices;
  @Inject private HeadClaims claims;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Work with the tours of a head. */
  @FunctionalInterface
  private interface Work<T> {
    T with(PresetTours tours) throws OnvifException;
  }

  public List<PresetTour> tours(UUID channel) {
    return with(target(Function.PTZ_OPERATE, channel), PresetTours::all);
  }

  /** Makes a tour; with the token the camera gave it. */
  @Needs(Function.PTZ_CONFIGURE)
  public PresetTour add(UUID channel, String name, List<PresetTour.Stop> stops) {
    String text = Limits.name(name);
    PtzTarget target = target(Function.PTZ_CONFIGURE, channel);
    require(target, stops);
    claims.claim(channel);
    PresetTour made =
        with(
            target,
            tours -> {
              PresetTour tour = new PresetTour(tours.create(), text, "Idle", stops);
              try {
                tours.modify(tour);
              } catch (OnvifException refused) {
                tours.remove(tour.token());
                throw refused;
              }
              return tour;
            });
    audit.note(AuditAct.of("ptz.tour.add", "channel", channel, text).is(stops));
    return made;
  }

  /** Gives a tour another name and other stops. */
  @Needs(Function.PTZ_CONFIGURE)
  public PresetTour set(UUID channel, String token, String name, List<PresetTour.Stop> stops) {
    String text = Limits.name(name);
    PtzTarget target = target(Function.PTZ_CONFIGURE, channel);
    require(target, stops);
    claims.claim(channel);
    PresetTour tour = new PresetTour(token, text, "Idle", stops);
    PresetTour before =
        with(
            target,
            tours -> {
              PresetTour old = find(tours, token);
              tours.modify(tour);
              return old;
            });
    audit.note(
        AuditAct.of("ptz.tour.change", "channel", channel, text).was(before.stops()).is(stops));
    return tour;
  }

  @Needs(Function.PTZ_CONFIGURE)
  public void remove(UUID channel, String token) {
    PtzTarget target = target(Function.PTZ_CONFIGURE, channel);
    claims.claim(channel);
    PresetTour before =
        with(
            target,
            tours -> {
              PresetTour old = find(tours, token);
              tours.remove(token);
              return old;
            });
    audit.note(
        AuditAct.of("ptz.tour.remove", "channel", channel, before.name()).was(before.stops()));
  }

  /** Starts, pauses or stops a tour. */
  public void operate(UUID channel, String token, PresetTours.TourAct act) {
    PtzTarget target = target(Function.PTZ_OPERATE, channel);
    claims.claim(channel);
    with(
        target,
        tours -> {
          tours.operate(token, act);
          return true;
        });
    audit.note(AuditAct.of("ptz.tour.run", "channel", channel, token).is(List.of(act)));
  }

  private static PresetTour find(PresetTours tours, String token) throws OnvifException {
    return tours.all().stream()
        .filter(tour -> tour.token().equals(token))
        .findFirst()
        .orElseThrow(() -> DomainException.notFound("tour"));
  }

  private void require(PtzTarget target, List<PresetTour.Stop> stops) {
    if (stops.isEmpty() || stops.size() > MOST_STOPS) {
      throw DomainException.invalid("/stops", "Give 1 to " + MOST_STOPS + " stops.");
    }
    Set<String> known = new HashSet<>();
    devices.ptz(target, PtzCommands::presets).stream().map(PtzPreset::token).forEach(known::add);
    for (int i = 0; i < stops.size(); i++) {
      PresetTour.Stop stop = stops.get(i);
      if (!known.contains(stop.preset())) {
        throw DomainException.invalid("/stops/" + i + "/preset", "The camera has no such preset.");
      }
      if (!(stop.seconds() >= 1 && stop.seconds() <= LONGEST_STAY)) {
        throw DomainException.invalid("/stops/" + i + "/seconds", "Give 1 to 3600 seconds.");
      }
      if (!(stop.speed() > 0 && stop.speed() <= 1)) {
        throw DomainException.invalid("/stops/" + i + "/speed", "Give a speed above 0, up to 1.");
      }
    }
  }

  private <T> T with(PtzTarget target, Work<T> work) {
    return devices.device(
        target.device(), device -> work.with(new PresetTours(device, target.profile())));
  }

  private PtzTarget target(Function function, UUID channel) {
    rights.require(function, channel);
    return devices.target(channel);
  }
}
