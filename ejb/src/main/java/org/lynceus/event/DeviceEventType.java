package org.lynceus.event;

/** The kinds of facts about devices. */
public enum DeviceEventType {
  /** The device answers. */
  DEVICE_ONLINE,
  /** The device stopped answering; the reason says how. */
  DEVICE_OFFLINE,
  /** A channel that ought to be recorded is being recorded. */
  RECORDING_STARTED,
  /** A channel that ought to be recorded is not; the reason says why. */
  RECORDING_INTERRUPTED
}
