package org.lynceus.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.protocols.onvif.CameraSignal;
import org.lynceus.protocols.registration.CgiEvent;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/** Makes facts of what devices tell that dialled in, as {@link CameraEvents} does of the others. */
@ApplicationScoped
public class RegisteredEvents {
  @Inject private DeviceEventOutlet outlet;
  @Inject private Event<CameraSignalled> signalled;
  @Inject private Ids ids;
  @Inject private Clock clock;
  private final Map<UUID, CameraHearer> hearers = new HashMap<>();

  /** A device's events arrive from now on; its channels in the order of their numbers. */
  public synchronized void online(UUID device, List<UUID> channels) {
    CameraHearer before = hearers.get(device);
    if (before != null) {
      before.offline(reasonToForget());
    }
    CameraHearer hearer =
        new CameraHearer(device, channels, ids, clock, outlet::put, signalled::fire);
    Map<String, UUID> sources = new HashMap<>();
    for (int i = 0; i < channels.size(); i++) {
      sources.put(CgiEvent.channel(i), channels.get(i));
    }
    hearer.sources(sources);
    hearers.put(device, hearer);
    hearer.online();
  }

  /** They do not arrive any longer; states that were active end. */
  public synchronized void offline(UUID device, Reason why) {
    CameraHearer hearer = hearers.remove(device);
    if (hearer != null) {
      hearer.offline(why);
    }
  }

  /** They cannot arrive, though the device is there. */
  public synchronized void refused(UUID device, Reason why) {
    new CameraHearer(device, List.of(), ids, clock, outlet::put, signalled::fire).offline(why);
    hearers.remove(device);
  }

  /** The device told something; what does not follow {@link #online} is not heard. */
  public synchronized void told(UUID device, List<CameraSignal> signals) {
    CameraHearer hearer = hearers.get(device);
    if (hearer != null) {
      hearer.told(signals);
    }
  }

  private static Reason reasonToForget() {
    return new Reason("closed", "The device dialled in anew.");
  }
}
