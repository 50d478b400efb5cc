package org.lynceus.map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.event.ContactPlace;
import org.lynceus.event.ContactState;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventQueries;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/**
 * What the inputs and outputs on a map said last, for whoever sees them there. Devices are not
 * asked: their events told it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.MAP_READ)
public class MapContacts {
  @Inject private MapQueries maps;
  @Inject private DeviceQueries devices;
  @Inject private EventQueries events;

  /** Of each input and output that the caller sees on the map. */
  public List<MarkedContact> contacts(UUID map) {
    List<Marker> marked = maps.markers(map);
    Map<UUID, UUID> behind =
        devices
            .channels(
                marked.stream()
                    .filter(marker -> marker.kind() == Marker.Kind.OUTPUT)
                    .map(marker -> Objects.requireNonNull(marker.channelId()))
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(ChannelRecord::id, ChannelRecord::deviceId));
    List<Marker> contacts = new ArrayList<>();
    List<ContactPlace> places = new ArrayList<>();
    for (Marker marker : marked) {
      boolean input = marker.kind() == Marker.Kind.INPUT;
      UUID device = input ? marker.deviceId() : behind.get(marker.channelId());
      if (device != null && marker.part() != null) {
        contacts.add(marker);
        places.add(
            new ContactPlace(
                device, input ? DeviceEventType.INPUT : DeviceEventType.RELAY, marker.part()));
      }
    }
    Map<ContactPlace, ContactState> last = events.contacts(places);
    List<MarkedContact> found = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      ContactPlace place = places.get(i);
      found.add(new MarkedContact(contacts.get(i), place.deviceId(), last.get(place)));
    }
    return found;
  }
}
