package org.lynceus.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.shared.GrowingPause;

/**
 * What the checks of one device amount to. Its port decides when it is shut; when it is open the
 * device has to answer as well. One unanswered question of a device that was online is asked again
 * before it counts. Knows no time of its own; not safe for several threads at once.
 */
final class WatchedDevice {
  private static final Duration STEADY = Duration.ofMinutes(1);
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofMinutes(5));
  private static final Duration REJECTED = Duration.ofMinutes(30);
  private static final FaultCode REJECTION = FaultCode.UNAUTHORIZED;

  private DeviceState state;
  private boolean open;
  private boolean rejected;
  private int failures;

  WatchedDevice(DeviceState before) {
    this.state = before;
  }

  DeviceState state() {
    return state;
  }

  boolean open() {
    return open;
  }

  /** The port takes connections: the device may be asked. */
  void opened() {
    open = true;
    failures = 0;
  }

  /** The new state, null when nothing changed. */
  @Nullable DeviceState shut(Fault why, Instant now) {
    open = false;
    return become(new DeviceState(DeviceState.Kind.OFFLINE, why, now));
  }

  /**
   * The new state after an answer, null when nothing changed; one that is too late says nothing.
   */
  @Nullable DeviceState answered(Instant now) {
    failures = 0;
    rejected = false;
    return open ? become(new DeviceState(DeviceState.Kind.ONLINE, null, now)) : null;
  }

  /** The new state after a question that failed, null when nothing changed. */
  @Nullable DeviceState failed(Fault fault, Instant now) {
    failures++;
    rejected |= fault.code() == REJECTION;
    boolean doubt =
        state.kind() == DeviceState.Kind.ONLINE && failures == 1 && fault.code() != REJECTION;
    return !open || doubt ? null : become(new DeviceState(DeviceState.Kind.OFFLINE, fault, now));
  }

  /** How long to wait before the device is asked again; it is not while its port is shut. */
  Duration pause() {
    if (rejected()) {
      return REJECTED;
    }
    if (failures == 0) {
      return STEADY;
    }
    return PAUSE.after(failures);
  }

  /** Whether the device rejected the password, and accepted it never since. */
  boolean rejected() {
    return rejected;
  }

  private @Nullable DeviceState become(DeviceState next) {
    if (!next.differs(state)) {
      return null;
    }
    state = next;
    return next;
  }
}
