package org.lynceus.alarm.scheme;

/** How important an alarm is, the most important first. */
public enum AlarmPriority {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW
}
