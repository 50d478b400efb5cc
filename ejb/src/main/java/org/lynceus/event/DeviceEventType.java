package org.lynceus.event;

/** The kinds of facts about devices and about the center itself. */
public enum DeviceEventType {
  /** The device answers. */
  DEVICE_ONLINE,
  /** The device stopped answering; the reason says how. */
  DEVICE_OFFLINE,
  /** The stream of a channel answers again while its device did all the time. */
  CHANNEL_ONLINE,
  /**
   * The stream of a channel does not answer; the reason says how. Its device is told separately.
   */
  CHANNEL_OFFLINE,
  /** A channel that ought to be recorded is being recorded. */
  RECORDING_STARTED,
  /** A channel that ought to be recorded is not; the reason says why. */
  RECORDING_INTERRUPTED,
  /** A channel is recorded outside of its group of volumes. */
  VOLUME_GROUP_UNAVAILABLE,
  /** A volume can be written (again). */
  VOLUME_READY,
  /** A volume has no room left for recordings. */
  VOLUME_FULL,
  /** A volume does not answer. */
  VOLUME_STALLED,
  /** A volume is not there, or another one is in its place. */
  VOLUME_MISSING,
  /** A volume can only be read. */
  VOLUME_READ_ONLY,
  /** A volume returned an error. */
  VOLUME_FAILED,
  /** Room was needed and recordings had to go that should have been kept longer. */
  RETENTION_SHORT,
  /** Room is needed and everything left on the volume is locked. */
  VOLUME_LOCKED,
  /** The device tells its events (again). */
  EVENTS_ONLINE,
  /** The device's events do not arrive; the reason says why. */
  EVENTS_OFFLINE,
  /** The device sends more events than a device may; the reason says how many were left out. */
  EVENTS_DROPPED,
  /** The device's clock is off by more than five seconds; the reason says by how much. */
  CLOCK_WRONG,
  /** Something moves in the picture. */
  MOTION,
  /** The camera was turned away, covered or blurred. */
  TAMPER,
  /** A picture source of the device has no signal. */
  VIDEO_LOSS,
  /** Something crossed a line. */
  LINE_CROSSED,
  /** Something is inside a field. */
  INTRUSION,
  /** Somebody stays for long. */
  LOITERING,
  /** Something was left behind. */
  OBJECT_LEFT,
  /** Something was taken away. */
  OBJECT_REMOVED,
  /** A sound was recognised. */
  SOUND,
  /** A contact of the device is on. */
  INPUT,
  /** An output of the device is on. */
  RELAY,
  /** The device's own storage failed. */
  STORAGE_FAILURE,
  /** A fan or power supply failed, or the device is too hot. */
  HARDWARE_FAILURE,
  /** Somebody failed to sign in at the device. */
  LOGIN_FAILED
}
