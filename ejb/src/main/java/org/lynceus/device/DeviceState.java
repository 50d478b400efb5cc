package org.lynceus.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;

/**
 * Whether a device answers.
 *
 * @param fault set exactly when it is offline
 * @param since when this began
 */
public record DeviceState(Kind kind, @Nullable Fault fault, Instant since) {
  /** The three answers. */
  public enum Kind {
    /** It was not asked yet. */
    CONNECTING,
    ONLINE,
    OFFLINE
  }

  /** Whether the other one says something else; its time does not count. */
  boolean differs(DeviceState other) {
    return kind != other.kind
        || (fault != null && other.fault != null && fault.code() != other.fault.code());
  }
}
