package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;

/**
 * Whose last seconds are kept in memory for a recording that something beyond the plans may begin.
 */
@ApplicationScoped
public class StandbyStore {
  @Inject private Database database;
  @Inject private Event<PlansChanged> changed;

  /**
   * From now on these are kept for the one that asks, and no others.
   *
   * @param seconds of each channel, 1 to 30
   */
  public void keep(UUID wantedBy, Map<UUID, Integer> seconds) {
    database.update("delete from recording_standby where wanted_by = ?", wantedBy);
    database.batch(
        "insert into recording_standby (wanted_by, channel_id, pre_seconds) values (?, ?, ?)",
        seconds.entrySet().stream()
            .map(one -> new @Nullable Object[] {wantedBy, one.getKey(), one.getValue()})
            .toList());
    changed.fire(new PlansChanged());
  }
}
