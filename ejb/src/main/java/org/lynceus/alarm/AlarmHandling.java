package org.lynceus.alarm;

/** What people have done about an alarm; says nothing about whether its state lasts. */
public enum AlarmHandling {
  /** Nobody has it. */
  PENDING,
  /** Its owner works on it. */
  PROCESSING,
  RESOLVED,
  FALSE_ALARM,
  IGNORED;

  /** Whether somebody said what it was. */
  public boolean closed() {
    return this == RESOLVED || this == FALSE_ALARM || this == IGNORED;
  }
}
