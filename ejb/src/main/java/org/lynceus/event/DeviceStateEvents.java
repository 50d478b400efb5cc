package org.lynceus.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lynceus.device.DeviceState;
import org.lynceus.device.DeviceStateChanged;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/**
 * Makes events of what the watch of devices finds; a device whose events wait is asked for them.
 */
@ApplicationScoped
public class DeviceStateEvents {
  @Inject private DeviceEventOutlet outlet;
  @Inject private CameraEvents cameras;
  @Inject private Ids ids;

  void changed(@Observes DeviceStateChanged fact) {
    DeviceState state = fact.state();
    boolean online = state.kind() == DeviceState.Kind.ONLINE;
    outlet.put(
        new DeviceEvent(
            ids.next(),
            fact.deviceId(),
            null,
            online ? DeviceEventType.DEVICE_ONLINE : DeviceEventType.DEVICE_OFFLINE,
            Reason.ofNullable(state.fault()),
            state.since()));
    cameras.changed(fact.deviceId(), online);
  }
}
