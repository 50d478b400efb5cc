package org.lynceus.live.control;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceAddress;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifTarget;
import org.lynceus.device.binding.BindingQueries;
import org.lynceus.device.binding.BoundCamera;
import org.lynceus.device.binding.ResourceKind;
import org.lynceus.event.ContactState;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventQueries;
import org.lynceus.protocols.onvif.DeviceContacts;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * The inputs of a device with the cameras that show them: those it tells when it is asked, those
 * its events told of, and those to which cameras are bound.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InputQueries {
  @Inject private OnvifConnections connections;
  @Inject private DeviceQueries devices;
  @Inject private EventQueries events;
  @Inject private BindingQueries bindings;
  @Inject private Rights rights;

  public BoundInputs inputs(UUID device) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, device);
    Map<String, ContactState> states =
        events.contacts(device).stream()
            .filter(state -> state.type().equals(DeviceEventType.INPUT))
            .collect(Collectors.toMap(ContactState::token, state -> state));
    Map<String, List<BoundCamera>> cameras =
        bindings.cameras(ResourceKind.INPUT, List.of(device)).stream()
            .collect(Collectors.groupingBy(camera -> camera.at().part()));
    Set<String> tokens = new TreeSet<>(states.keySet());
    tokens.addAll(cameras.keySet());
    @Nullable Reason silent = null;
    try {
      tokens.addAll(told(device));
    } catch (DomainException e) {
      silent =
          e.reason() == null
              ? new Reason("internal", Objects.toString(e.getMessage(), ""))
              : e.reason();
    }
    List<BoundInputs.Input> inputs = new ArrayList<>();
    for (String token : tokens) {
      inputs.add(
          new BoundInputs.Input(token, states.get(token), cameras.getOrDefault(token, List.of())));
    }
    return new BoundInputs(inputs, silent);
  }

  /** What an ONVIF device says it has; of others only their events tell. */
  private List<String> told(UUID device) {
    OnvifTarget target = devices.onvif(device);
    return DeviceAddress.onvif(target.url())
        ? connections.device(target, one -> new DeviceContacts(one).inputs())
        : List.of();
  }
}
