package org.lynceus.alarm.scheme;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lynceus.alarm.engine.GroupingRule;

/** A stored scheme: which events are alarms, when, how important, and who gets them. */
public record AlarmScheme(UUID id, SchemeDraft rule, Instant changedAt, long version) {
  /** A state of which no end is told is taken to have ended after a week. */
  private static final Duration LONGEST = Duration.ofDays(7);

  public String name() {
    return rule.name();
  }

  /** How its signals become alarms. */
  public GroupingRule grouping() {
    return new GroupingRule(
        Duration.ofSeconds(rule.mergeSeconds()),
        Duration.ofSeconds(rule.capSeconds()),
        Duration.ofSeconds(rule.delayOnSeconds()),
        Duration.ofSeconds(rule.delayOffSeconds()),
        LONGEST);
  }
}
