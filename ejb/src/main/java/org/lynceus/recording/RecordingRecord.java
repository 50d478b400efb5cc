package org.lynceus.recording;

/**
 * Whether a channel ought to be recorded.
 *
 * @param version 0 when it was never set
 */
public record RecordingRecord(boolean enabled, long version) {
  static final RecordingRecord NEVER_SET = new RecordingRecord(false, 0);
}
