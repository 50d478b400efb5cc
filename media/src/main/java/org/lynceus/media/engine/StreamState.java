package org.lynceus.media.engine;

/** Whether a stream's source answers. */
public enum StreamState {
  /**
   * A sub stream that nobody watches or records: nothing is asked of it and nothing is known of it.
   */
  IDLE,
  /** First contact is under way. */
  CONNECTING,
  /** The source answered its last check, or media flows. */
  ONLINE,
  /** The source is away; the fault says why; the engine keeps trying. */
  OFFLINE
}
