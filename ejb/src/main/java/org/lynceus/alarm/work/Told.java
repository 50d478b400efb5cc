package org.lynceus.alarm.work;

import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.event.EventAttributes;

/**
 * What an event says of one type.
 *
 * @param eventId order of storing
 * @param type of the state: an event that ends a state of another type is told of that one
 * @param says its attributes
 */
record Told(long eventId, String type, Signal signal, Spot spot, EventAttributes says) {
  boolean end() {
    return Boolean.FALSE.equals(signal.active());
  }

  /** What it is to a scheme. */
  Part part(AlarmScheme scheme, boolean first) {
    return new Part(scheme, first, new AlarmKey(scheme.id(), spot.text(), type), signal);
  }
}
