package org.lynceus.live.control;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.CameraTarget;
import org.lynceus.device.OnvifConnections;
import org.lynceus.event.ContactState;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventQueries;
import org.lynceus.protocols.onvif.DeviceContacts;
import org.lynceus.protocols.onvif.RelayOutput;
import org.lynceus.shared.DomainException;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Outputs and inputs of the device behind a channel. They are the device's, not the channel's: who
 * may switch outputs at one channel of a device may switch all of them. Their states are those that
 * events told last.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.LIVE_OUTPUT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutputService {
  @Inject private OnvifConnections devices;
  @Inject private EventQueries events;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** What the device has now. */
  public Contacts contacts(UUID channel) {
    CameraTarget camera = camera(channel);
    List<ContactState> states = events.contacts(camera.device().deviceId());
    Map<String, ContactState> relays = of(states, DeviceEventType.RELAY);
    Map<String, ContactState> inputs = of(states, DeviceEventType.INPUT);
    return devices.device(
        camera.device(),
        device -> {
          DeviceContacts contacts = new DeviceContacts(device);
          return new Contacts(
              contacts.outputs().stream()
                  .map(output -> new Contacts.Output(output, relays.get(output.token())))
                  .toList(),
              contacts.inputs().stream()
                  .map(token -> new Contacts.Input(token, inputs.get(token)))
                  .toList());
        });
  }

  /** Switches an output on or off; refuses one that the device does not have. */
  public void set(UUID channel, String token, boolean active) {
    rights.require(Function.LIVE_OUTPUT, channel);
    switchOver(channel, token, active);
    audit.note(AuditAct.of("live.output", "channel", channel, token).is(Map.of("active", active)));
  }

  /** The same for the center's own work, which keeps its own record of it. */
  @PermitAll
  public void switchOver(UUID channel, String token, boolean active) {
    devices.device(
        devices.camera(channel).device(),
        device -> {
          DeviceContacts contacts = new DeviceContacts(device);
          if (contacts.outputs().stream().map(RelayOutput::token).noneMatch(token::equals)) {
            throw DomainException.notFound("output");
          }
          contacts.set(token, active);
          return true;
        });
  }

  private CameraTarget camera(UUID channel) {
    rights.require(Function.LIVE_OUTPUT, channel);
    return devices.camera(channel);
  }

  private static Map<String, ContactState> of(List<ContactState> states, String type) {
    return states.stream()
        .filter(state -> state.type().equals(type))
        .collect(Collectors.toMap(ContactState::token, state -> state));
  }
}
