package org.lynceus.alarm.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about: a channel, a device as a whole, or the center; and a part of it. Its text
 * is stored with alarms: what has the same text is the same source.
 *
 * @param deviceId of a channel: not part of the text, and null when it was read from one
 */
record Spot(@Nullable UUID channelId, @Nullable UUID deviceId, @Nullable String part) {
  private static final int ID = 36;

  String text() {
    String place = channelId != null ? "C:" + channelId : deviceId != null ? "D:" + deviceId : "X";
    return part == null ? place : place + ":" + part;
  }

  /** Reads {@link #text}. */
  static Spot read(String text) {
    int end = text.startsWith("X") ? 1 : 2 + ID;
    String part = text.length() > end ? text.substring(end + 1) : null;
    UUID id = end == 1 ? null : UUID.fromString(text.substring(2, end));
    return text.startsWith("C") ? new Spot(id, null, part) : new Spot(null, id, part);
  }
}
