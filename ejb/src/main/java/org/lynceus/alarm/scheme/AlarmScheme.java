package org.lynceus.alarm.scheme;

import java.time.Instant;
import java.util.UUID;
import org.lynceus.alarm.engine.GroupingRule;

/** A stored scheme: which events are alarms, when, how important, and who gets them. */
public record AlarmScheme(UUID id, SchemeDraft rule, Instant changedAt, long version) {
  public String name() {
    return rule.name();
  }

  /** How its signals become alarms. */
  public GroupingRule grouping() {
    return rule.timing().grouping();
  }
}
