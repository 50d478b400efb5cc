package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.PtzCommands;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Connections to ONVIF devices, one a device and one call at a time, kept from call to call with
 * what they learned (services, clock, digest). A device that rejected the password is not asked
 * again before somebody changes the device; any other failure connects anew at the next call. Keeps
 * the four thousand used last.
 */
@ApplicationScoped
public class OnvifConnections {
  private static final int MOST = 4000;

  @Inject private DeviceQueries queries;
  @Inject private OnvifProbe probe;

  private final Map<UUID, Connection> connections =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Connection> eldest) {
          return size() > MOST;
        }
      };

  /** Work with the head of a camera. */
  @FunctionalInterface
  public interface PtzWork<T> {
    T with(PtzCommands head) throws OnvifException;
  }

  /** Work with a device. */
  @FunctionalInterface
  public interface DeviceWork<T> {
    T with(OnvifDevice device) throws OnvifException;
  }

  /** How a camera is moved; refuses a channel that does not exist, does not move or is no ONVIF. */
  public PtzTarget target(UUID channel) {
    CameraTarget camera = camera(channel);
    return PtzTarget.of(camera.device(), camera.number(), camera.ptzProfile());
  }

  /** How a camera is controlled; refuses a channel that does not exist or is only a stream. */
  public CameraTarget camera(UUID channel) {
    CameraTarget target = queries.camera(channel);
    if (target == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "Only ONVIF devices can be controlled in this way.");
    }
    return target;
  }

  /** Does something with the head of a camera; a refusal of the device is told in its words. */
  public <T> T ptz(PtzTarget target, PtzWork<T> work) {
    return device(target.device(), device -> work.with(new PtzCommands(device, target.profile())));
  }

  /** Does something with a device; a refusal is told in its words. */
  public <T> T device(OnvifTarget target, DeviceWork<T> work) {
    try {
      return ask(target, work);
    } catch (OnvifException e) {
      throw new DomainException(
          ProblemType.CAMERA_UNUSABLE, e.fault().text(), reason(e), List.of());
    }
  }

  /** The same with the device's refusal as it is. */
  <T> T ask(OnvifTarget target, DeviceWork<T> work) throws OnvifException {
    Connection connection = connection(target);
    synchronized (connection) {
      try {
        if (connection.device == null) {
          connection.device =
              probe.connect(target.url(), target.credentials(), target.certificate());
        }
        return work.with(connection.device);
      } catch (OnvifException e) {
        if (e.fault().code() != FaultCode.UNAUTHORIZED && !e.refused()) {
          connection.device = null;
        }
        throw e;
      }
    }
  }

  /** A device that understood and refused is told in its own words, not as a closed port. */
  private static Reason reason(OnvifException e) {
    return e.refused() ? new Reason("device-refused", e.fault().text()) : Reason.of(e.fault());
  }

  /** Forgets what was learned of a device: its clock was set, or it restarts. */
  public void drop(UUID deviceId) {
    synchronized (connections) {
      connections.remove(deviceId);
    }
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceChanged changed) {
    synchronized (connections) {
      connections.remove(changed.deviceId());
    }
  }

  private Connection connection(OnvifTarget target) {
    synchronized (connections) {
      Connection known = connections.get(target.deviceId());
      if (known == null || known.version != target.version()) {
        known = new Connection(target.version());
        connections.put(target.deviceId(), known);
      }
      return known;
    }
  }

  /** A connection to a device as it is stored now; its lock is held during a call. */
  private static final class Connection {
    final long version;
    @Nullable OnvifDevice device;

    Connection(long version) {
      this.version = version;
    }
  }
}
