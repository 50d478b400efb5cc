package org.lynceus.event;

/** The codes of the events that the center makes or handles itself; all are in the catalogue. */
public final class DeviceEventType {
  public static final String DEVICE_ONLINE = "DEVICE_ONLINE";
  public static final String DEVICE_OFFLINE = "DEVICE_OFFLINE";
  public static final String CHANNEL_ONLINE = "CHANNEL_ONLINE";
  public static final String CHANNEL_OFFLINE = "CHANNEL_OFFLINE";
  public static final String RECORDING_STARTED = "RECORDING_STARTED";
  public static final String RECORDING_INTERRUPTED = "RECORDING_INTERRUPTED";
  public static final String VOLUME_GROUP_UNAVAILABLE = "VOLUME_GROUP_UNAVAILABLE";
  public static final String VOLUME_READY = "VOLUME_READY";
  public static final String VOLUME_FULL = "VOLUME_FULL";
  public static final String VOLUME_LOCKED = "VOLUME_LOCKED";
  public static final String RETENTION_SHORT = "RETENTION_SHORT";
  public static final String EVENTS_ONLINE = "EVENTS_ONLINE";
  public static final String EVENTS_OFFLINE = "EVENTS_OFFLINE";
  public static final String EVENTS_DROPPED = "EVENTS_DROPPED";
  public static final String CLOCK_WRONG = "CLOCK_WRONG";
  public static final String NODE_LOST = "NODE_LOST";
  public static final String QUEUE_LAGS = "QUEUE_LAGS";
  public static final String MESSAGES_DEAD = "MESSAGES_DEAD";
  public static final String MOTION = "MOTION";
  public static final String TAMPER = "TAMPER";
  public static final String INTRUSION = "INTRUSION";
  public static final String INPUT = "INPUT";
  public static final String RELAY = "RELAY";

  private DeviceEventType() {}

  /** The event that a volume is in this state now, a word of {@code VolumeState}. */
  public static String ofVolume(String state) {
    return "VOLUME_" + state;
  }
}
