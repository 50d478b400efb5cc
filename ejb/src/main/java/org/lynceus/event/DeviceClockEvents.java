package org.lynceus.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lynceus.device.care.DeviceClockJudged;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/** Makes events of clocks that become wrong or right again. */
@ApplicationScoped
public class DeviceClockEvents {
  @Inject private DeviceEventOutlet outlet;
  @Inject private Ids ids;

  void judged(@Observes DeviceClockJudged fact) {
    long seconds = Math.round(fact.offsetMillis() / 1000.0);
    outlet.put(
        new DeviceEvent(
            ids.next(),
            fact.deviceId(),
            null,
            DeviceEventType.CLOCK_WRONG,
            fact.wrong()
                ? new Reason(
                    seconds > 0 ? "clock-fast" : "clock-slow",
                    "The device's clock is "
                        + Math.abs(seconds)
                        + (seconds > 0 ? " seconds fast." : " seconds slow."))
                : null,
            fact.at(),
            null,
            fact.wrong()));
  }
}
