package org.lynceus.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lynceus.event.Outbox;
import org.lynceus.shared.Json;

/**
 * Announces alarms that were raised or changed, by outbox rows of the transaction under way. An
 * announcement names the alarms; who hears it reads them.
 */
@ApplicationScoped
public class AlarmNews {
  /** Topic of the outbox rows written here. */
  public static final String TOPIC = "lynceus.alarm.raised";

  private static final int MOST = 200;

  @Inject private Outbox outbox;
  @Inject private Event<AlarmsChanged> changed;

  /** These were raised or changed. */
  public void changed(Collection<UUID> alarms) {
    List<UUID> all = List.copyOf(alarms);
    for (int from = 0; from < all.size(); from += MOST) {
      JsonArrayBuilder ids = Json.createArrayBuilder();
      all.subList(from, Math.min(from + MOST, all.size())).forEach(id -> ids.add(id.toString()));
      outbox.add(
          TOPIC,
          Json.createObjectBuilder()
              .add("type", "alarm.raised/1")
              .add("ids", ids)
              .build()
              .toString());
    }
    if (!all.isEmpty()) {
      changed.fire(new AlarmsChanged());
    }
  }
}
