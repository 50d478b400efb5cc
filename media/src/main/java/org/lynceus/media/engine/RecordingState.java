package org.lynceus.media.engine;

/** Whether a stream is being recorded as wished. */
public enum RecordingState {
  /** Nobody wants a recording now. */
  NOT_PLANNED,
  /** Wanted, and the first fragment is not on disk yet. */
  STARTING,
  /** Fragments are being written. */
  RECORDING,
  /** Wanted and missing; the fault says why. */
  INTERRUPTED
}
