package org.lynceus.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.DeviceManagement.TimeSource;
import org.lynceus.protocols.onvif.OnvifException;

/**
 * A device's clock as it was read: the device is taken to have looked at it in the middle of the
 * question's way.
 *
 * @param offsetMillis how far it is ahead of ours, null when the device does not tell its time
 */
public record ClockReading(TimeSource source, @Nullable Long offsetMillis) {
  /** Reads the clock now. */
  public static ClockReading of(DeviceManagement management, Clock clock) throws OnvifException {
    Instant before = clock.instant();
    TimeSource source = management.timeSource();
    Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
    @Nullable Instant told = source.time();
    return new ClockReading(
        source, told == null ? null : Duration.between(middle, told).toMillis());
  }
}
