package org.lynceus.recording;

/**
 * How many channels are switched on to be recorded all day, and what becomes of it now.
 *
 * @param interrupted ought to be recorded and are not
 */
public record RecordingTotals(int switchedOn, int recording, int interrupted) {}
