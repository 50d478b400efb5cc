package org.lynceus.alarm.engine;

import java.time.Duration;

/**
 * How signals of one key become alarms. All spans are half-open: what comes exactly at the end of a
 * window is outside of it.
 *
 * @param window what follows within this joins the alarm; zero: nothing does
 * @param cap nothing joins an alarm later than this after its first signal
 * @param delayOn a state that lasts shorter raises nothing
 * @param delayOff a state that begins again within this after its end never ended
 * @param longest a state without an end is taken to have ended after this
 */
public record GroupingRule(
    Duration window, Duration cap, Duration delayOn, Duration delayOff, Duration longest) {}
