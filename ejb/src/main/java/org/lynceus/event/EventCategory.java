package org.lynceus.event;

/** What an event is about, in the large. */
public enum EventCategory {
  /** What a camera makes of its picture: motion, lines, fields, behaviour. */
  ANALYTICS,
  /** The picture itself, and recording it. */
  VIDEO,
  DEVICE,
  /** Inputs and outputs, and detectors at them. */
  IO,
  DOOR,
  INTERCOM,
  VEHICLE,
  FACE,
  COUNTING,
  THERMAL,
  AUDIO,
  /** The center itself. */
  SYSTEM,
  /** Alarm panels, and attacks on devices. */
  SECURITY
}
