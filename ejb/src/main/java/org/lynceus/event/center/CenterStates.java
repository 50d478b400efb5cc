package org.lynceus.event.center;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventStore;
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/**
 * Tells what lasts at the center itself, once when it begins and once when it ends, whichever node
 * says it and however often, also over restarts. The event is stored at once and not sent through
 * the queue: a queue that lags would hold back the word of it.
 */
@Stateless
@PermitAll
public class CenterStates {
  private static final String BEGIN =
      "insert into center_state (type, source, since) values (?, ?, ?) on conflict do nothing";
  private static final String OF_OTHERS =
      "select type, source from center_state where starts_with(source, ?) and source <> all(?)";
  private static final String END = "delete from center_state where type = ? and source = ?";

  /** What lasts, and where. */
  private record Lasting(String type, String source) {}

  @Inject private Database database;
  @Inject private DeviceEventStore events;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /**
   * Ends what lasts at nodes that nobody knows any more.
   *
   * @param prefix what sources that are nodes begin with
   * @param known the sources of all nodes there are
   */
  public void endElsewhere(String prefix, Collection<String> known) {
    database
        .list(
            OF_OTHERS,
            row -> new Lasting(row.getString("type"), row.getString("source")),
            prefix,
            known.toArray(String[]::new))
        .forEach(lasting -> tell(lasting.type(), lasting.source(), false, null));
  }

  /**
   * Says how it is now.
   *
   * @param type a code of the catalogue that lasts
   * @param source what of the center it is about, at most 200 characters
   * @param reason why it is so; kept with the event of the beginning only
   * @return whether that was news, and is an event now
   */
  public boolean tell(String type, String source, boolean lasts, @Nullable Reason reason) {
    Instant now = clock.instant();
    int changed =
        lasts ? database.update(BEGIN, type, source, now) : database.update(END, type, source);
    if (changed > 0) {
      events.storeWithin(
          List.of(
              new DeviceEvent(
                  ids.next(), null, null, type, lasts ? reason : null, now, source, lasts)));
    }
    return changed > 0;
  }
}
