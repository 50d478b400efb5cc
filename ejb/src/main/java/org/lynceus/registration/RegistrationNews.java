package org.lynceus.registration;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.lynceus.device.RegistrationTarget;
import org.lynceus.event.RegisteredEvents;
import org.lynceus.protocols.registration.CgiEvent;
import org.lynceus.protocols.registration.ConnectRequest;
import org.lynceus.protocols.registration.Loss;
import org.lynceus.protocols.registration.RegisteredDevice;
import org.lynceus.protocols.registration.RegistrationWatcher;
import org.lynceus.shared.Reason;

/** Makes states and facts of what happens at the listener. */
final class RegistrationNews implements RegistrationWatcher {
  private final RegistrationCenter center;
  private final RegisteredEvents events;

  RegistrationNews(RegistrationCenter center, RegisteredEvents events) {
    this.center = center;
    this.events = events;
  }

  @Override
  public void registered(RegisteredDevice device) {
    RegistrationTarget target = center.target(device.id());
    if (target == null) {
      device.close(Loss.CHANGED);
      return;
    }
    center.became(target.deviceId(), null, device.address().getHostAddress());
    center.inquire(target, device);
  }

  @Override
  public void lost(RegisteredDevice device, Loss loss) {
    RegistrationTarget target = center.target(device.id());
    if (target != null) {
      center.became(target.deviceId(), reason(loss), null);
      events.offline(target.deviceId(), reason(loss));
    }
  }

  @Override
  public void rejected(String id, InetAddress address) {
    RegistrationTarget target = center.target(id);
    if (target != null) {
      center.became(target.deviceId(), reason(Loss.UNAUTHORIZED), null);
    }
  }

  @Override
  public void unknown(ConnectRequest request, InetAddress address) {
    center
        .knocks()
        .add(
            request.id(),
            request.deviceClass(),
            address.getHostAddress(),
            center.clock().instant());
  }

  @Override
  public void eventsOnline(RegisteredDevice device) {
    RegistrationTarget target = center.target(device.id());
    if (target != null) {
      events.online(target.deviceId(), center.channels(target.deviceId()));
    }
  }

  @Override
  public void eventsOffline(RegisteredDevice device, Loss loss) {
    RegistrationTarget target = center.target(device.id());
    if (target != null) {
      events.refused(target.deviceId(), reason(loss));
    }
  }

  @Override
  public void told(RegisteredDevice device, List<CgiEvent> told) {
    RegistrationTarget target = center.target(device.id());
    if (target != null) {
      events.told(
          target.deviceId(),
          told.stream().map(CgiEvent::signal).flatMap(Optional::stream).toList());
    }
  }

  private static Reason reason(Loss loss) {
    return new Reason(loss.word(), loss.text());
  }
}
