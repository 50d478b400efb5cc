package org.lynceus.protocols.registration;

import java.net.InetAddress;
import java.util.List;

/**
 * Is told what happens at the listener, by one thread and in order; must return soon, because the
 * news of all devices wait behind.
 */
public interface RegistrationWatcher {
  /** A device signed in; one of the same id that was there before is closed. */
  void registered(RegisteredDevice device);

  /** A registered device is gone and nothing came in its place. */
  void lost(RegisteredDevice device, Loss loss);

  /** A device rejected the password; it is not presented again before its record changes. */
  void rejected(String id, InetAddress address);

  /** Somebody dialled in with an id that nobody provided for. */
  void unknown(ConnectRequest request, InetAddress address);

  /** The device's events arrive, or not any longer while it stays registered. */
  void eventsOnline(RegisteredDevice device);

  /** The device's events do not arrive, though it is registered. */
  void eventsOffline(RegisteredDevice device, Loss loss);

  /** A registered device told events. */
  void told(RegisteredDevice device, List<CgiEvent> events);
}
