package org.lynceus.device.config;

/** What the center uses a stream of a device for. */
public enum StreamRole {
  MAIN,
  SUB,
  /** Nothing: a further stream that the device makes. */
  OTHER
}
