package org.lynceus.rest.device;

/** Whether a device answers. */
public enum ConnectionState {
  CONNECTING,
  ONLINE,
  OFFLINE
}
