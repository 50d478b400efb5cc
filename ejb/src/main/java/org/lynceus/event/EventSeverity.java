package org.lynceus.event;

/** How grave an event of a type usually is, the gravest first. */
public enum EventSeverity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  /** Nothing is wrong. */
  INFO
}
