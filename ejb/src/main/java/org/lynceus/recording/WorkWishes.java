package org.lynceus.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lynceus.cluster.Homes;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.Ownership;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.RegistrationAddress;

/**
 * What a node wants to work on: the listener for devices that dial in, devices that have their home
 * here or none, and of these what is recorded. Devices that dial in go with the listener, for only
 * its node can speak with them; recordings go with their device, for only its node has the
 * pictures.
 */
final class WorkWishes {
  private WorkWishes() {}

  static Ownership.Wishes of(Collection<DeviceRecord> devices, Set<UUID> recorded, Homes homes) {
    Set<String> first = new HashSet<>();
    Map<String, String> following = new HashMap<>();
    first.add(Lease.REGISTRATION);
    for (DeviceRecord device : devices) {
      String resource = Lease.ofDevice(device.id());
      if (RegistrationAddress.is(device.url())) {
        following.put(resource, Lease.REGISTRATION);
      } else if (homes.wants(device.homeNode())) {
        first.add(resource);
      }
      for (ChannelRecord channel : device.channels()) {
        if (recorded.contains(channel.id())) {
          following.put(Lease.ofRecording(channel.id()), resource);
        }
      }
    }
    return new Ownership.Wishes(first, following);
  }
}
