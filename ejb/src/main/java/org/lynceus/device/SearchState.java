package org.lynceus.device;

/** The life of a search. */
public enum SearchState {
  RUNNING,
  ENDED,
  CANCELLED,
  FAILED
}
