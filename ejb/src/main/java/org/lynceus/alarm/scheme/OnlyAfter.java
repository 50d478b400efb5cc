package org.lynceus.alarm.scheme;

import java.time.Duration;
import java.util.List;

/**
 * What has to come before an event of the scheme for it to raise something (A, then B in time). Any
 * of these events at any of these places will do; the time template is not asked about them.
 *
 * @param types words of event types
 * @param seconds an event counts that comes less than this after one of these, 1 to 3,600
 */
public record OnlyAfter(List<AlarmSource> sources, List<String> types, int seconds) {
  public OnlyAfter {
    sources = SchemeMatch.sources("/onlyAfter/sources", sources);
    types = SchemeMatch.types("/onlyAfter/types", types);
    SchemeTiming.seconds("/onlyAfter/seconds", seconds, 1, 3600);
  }

  public Duration within() {
    return Duration.ofSeconds(seconds);
  }
}
