package org.lynceus.device.care;

import java.time.LocalTime;

/**
 * When the center sets the clocks of its ONVIF devices.
 *
 * @param at time of the day, in the zone of the center
 * @param driftSeconds clocks that are off by more are set, 1 to 3600
 */
public record ClockSchedule(boolean enabled, LocalTime at, int driftSeconds) {}
