package org.lynceus.device;

import java.util.UUID;
import org.lynceus.protocols.registration.CgiDevice;

/** Reaches the devices that dialled in; the listener for them stands above this domain. */
public interface DialledDevices {
  /** The device as it is registered now; refuses in plain words when it is not. */
  CgiDevice device(UUID id);
}
