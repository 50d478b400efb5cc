package org.lynceus.event;

import static org.lynceus.shared.TestTransaction.inject;

import java.time.Clock;
import java.util.List;
import org.lynceus.shared.Database;
import org.lynceus.shared.TestEvents;

/** The store of events as the container would make it. */
public final class EventsOfTests {
  private EventsOfTests() {}

  /** An outbox whose rows lie in the database of the test. */
  public static Outbox outbox(Database database, Clock clock) {
    Outbox outbox = new Outbox();
    inject(outbox, "database", database);
    inject(outbox, "clock", clock);
    return outbox;
  }

  /**
   * A store.
   *
   * @param facts gets what it tells inside the application
   */
  public static DeviceEventStore store(Database database, Clock clock, List<Object> facts) {
    DeviceEventStore store = new DeviceEventStore();
    inject(store, "database", database);
    inject(store, "clock", clock);
    inject(store, "outbox", outbox(database, clock));
    inject(store, "stored", TestEvents.into(facts));
    return store;
  }
}
