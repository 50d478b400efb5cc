package org.lynceus.rest.event;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lynceus.event.StoredEvent;
import org.lynceus.user.Function;
import org.lynceus.user.Permits;

/**
 * What of the event stream a reader sees: events of the channels, devices and, with the right to
 * all, of the center itself, by the rights he has when the event is handed to him.
 */
final class EventSight {
  private final Supplier<Permits> permits;
  private Permits before;

  EventSight(Supplier<Permits> permits) {
    this.permits = permits;
    this.before = permits.get();
  }

  /** What he sees now. */
  Predicate<StoredEvent> now() {
    Permits now = permits.get();
    return event ->
        now.mayAt(Function.EVENT_READ, event.event().channelId(), event.event().deviceId());
  }

  /** Whether the reader has other rights than when this was asked last. */
  boolean changed() {
    Permits now = permits.get();
    boolean other = now != before && !now.same(before);
    before = now;
    return other;
  }
}
