package org.lynceus.event;

import java.util.List;

/** Port to the queue {@code lynceus.device.event}: hands over a batch of facts, durably. */
public interface DeviceEventPublisher {
  /** Returns when the broker has the batch; throws when it has not. */
  void publish(List<DeviceEvent> batch);
}
