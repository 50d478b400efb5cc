package org.lynceus.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * A fact about a device as its owner node saw it, or about the center itself.
 *
 * @param uid made once by the sender; a fact that is delivered twice is stored once
 * @param deviceId null when the fact is about the center
 * @param type a code of the {@link EventCatalogue}
 * @param occurredAt by the clock of the node
 * @param source what part of the device it is about, or what of the center; at most 200 characters
 * @param active whether a state began or ended; null for what happens at once
 * @param attributes what else it says
 */
public record DeviceEvent(
    UUID uid,
    @Nullable UUID deviceId,
    @Nullable UUID channelId,
    String type,
    @Nullable Reason reason,
    Instant occurredAt,
    @Nullable String source,
    @Nullable Boolean active,
    EventAttributes attributes) {
  /** A fact that says nothing more. */
  public DeviceEvent(
      UUID uid,
      @Nullable UUID deviceId,
      @Nullable UUID channelId,
      String type,
      @Nullable Reason reason,
      Instant occurredAt,
      @Nullable String source,
      @Nullable Boolean active) {
    this(uid, deviceId, channelId, type, reason, occurredAt, source, active, EventAttributes.NONE);
  }

  /** A fact about a device. */
  public DeviceEvent(
      UUID uid,
      UUID deviceId,
      @Nullable UUID channelId,
      String type,
      @Nullable Reason reason,
      Instant occurredAt) {
    this(uid, deviceId, channelId, type, reason, occurredAt, null, null);
  }

  /** A fact about the center: what it is about has no device. */
  public static DeviceEvent ofCenter(
      UUID uid, String type, String source, @Nullable Reason reason, Instant occurredAt) {
    return new DeviceEvent(uid, null, null, type, reason, occurredAt, source, null);
  }
}
