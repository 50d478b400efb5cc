package org.lynceus.alarm;

/** The lists in which operators see alarms. */
public enum AlarmQueue {
  /** Nobody has them and they are not held back. */
  OPEN("a.handling = 'PENDING' and not (" + AlarmQueue.HELD + ")"),
  /** One's own. */
  MINE("a.handling = 'PROCESSING' and a.owner = ?"),
  /** Somebody works on them. */
  ACKNOWLEDGED("a.handling = 'PROCESSING'"),
  /** Held back when they were raised. */
  SHELVED("a.handling = 'PENDING' and (" + AlarmQueue.HELD + ")"),
  /** Somebody said what they were. */
  RESOLVED("a.handling in ('RESOLVED', 'FALSE_ALARM', 'IGNORED')"),
  ALL("true");

  /** A shelf that is over holds only what was over before it. */
  static final String HELD =
      "a.suppressed or exists (select from alarm_shelf s where s.id = a.shelf_id"
          + " and (s.ends_at > now() or a.ended_at <= s.ends_at))";

  private final String sql;

  AlarmQueue(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
