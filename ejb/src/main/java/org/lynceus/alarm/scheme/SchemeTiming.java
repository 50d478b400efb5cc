package org.lynceus.alarm.scheme;

import java.time.Duration;
import org.lynceus.alarm.engine.GroupingRule;
import org.lynceus.shared.DomainException;

/**
 * How events become alarms, in seconds; {@link GroupingRule} says what each means.
 *
 * @param merge 0 to 600
 * @param cap 1 to 3,600
 * @param delayOn 0 to 600
 * @param delayOff 0 to 600
 */
public record SchemeTiming(int merge, int cap, int delayOn, int delayOff) {
  /** A state of which no end is told is taken to have ended after a week. */
  private static final Duration LONGEST = Duration.ofDays(7);

  public SchemeTiming {
    seconds("/mergeSeconds", merge, 0, 600);
    seconds("/capSeconds", cap, 1, 3600);
    seconds("/delayOnSeconds", delayOn, 0, 600);
    seconds("/delayOffSeconds", delayOff, 0, 600);
  }

  GroupingRule grouping() {
    return new GroupingRule(
        Duration.ofSeconds(merge),
        Duration.ofSeconds(cap),
        Duration.ofSeconds(delayOn),
        Duration.ofSeconds(delayOff),
        LONGEST);
  }

  static void seconds(String pointer, int value, int least, int most) {
    if (value < least || value > most) {
      throw DomainException.invalid(pointer, "This is " + least + " to " + most + " seconds.");
    }
  }
}
