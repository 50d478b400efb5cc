package org.lynceus.device;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.DeviceClock;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.DeviceManagement.TimeSource;
import org.lynceus.protocols.onvif.OnvifException;

/**
 * A device's clock as it was read.
 *
 * @param offsetMillis how far it is ahead of ours, null when the device does not tell its time
 */
public record ClockReading(TimeSource source, @Nullable Long offsetMillis) {
  /** Reads the clock now. */
  public static ClockReading of(DeviceManagement management, Clock clock) throws OnvifException {
    Instant before = clock.instant();
    TimeSource source = management.timeSource();
    Instant after = clock.instant();
    @Nullable Instant told = source.time();
    return new ClockReading(
        source, told == null ? null : DeviceClock.offset(before, after, told).toMillis());
  }
}
