package org.lynceus.device.head;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DialledCalls;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.PtzTarget;
import org.lynceus.device.RegistrationAddress;

/** Finds the head of a camera. */
@ApplicationScoped
public class CameraHeads {
  @Inject private DeviceQueries devices;
  @Inject private OnvifConnections connections;
  @Inject private DialledCalls dialled;

  /** Refuses a channel that does not exist or does not move. */
  public CameraHead of(UUID channel) {
    PtzTarget target = devices.moving(channel);
    return RegistrationAddress.is(target.device().url())
        ? new DialledHead(dialled, target.device().deviceId(), target.number())
        : new OnvifHead(connections, target);
  }
}
