package org.lynceus.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of time rules.
 *
 * @param zone in which the periods are read; null: the zone of the site
 * @param builtin cannot be changed or removed
 */
public record TimeTemplate(
    UUID id, String name, @Nullable ZoneId zone, boolean builtin, TimeRules rules, long version) {
  public boolean active(Instant at, ZoneId siteZone) {
    return TimeEngine.active(rules, zone(siteZone), at);
  }

  public @Nullable Instant nextChange(Instant after, ZoneId siteZone) {
    return TimeEngine.nextChange(rules, zone(siteZone), after);
  }

  public ZoneId zone(ZoneId siteZone) {
    return zone == null ? siteZone : zone;
  }
}
