package org.lynceus.alarm;

/**
 * Alarms were raised or changed. Fired inside the transaction: observe it after success to act on
 * it.
 */
public record AlarmsChanged() {}
