package org.lynceus.device;

/** What became of a row of an import. */
public enum ImportState {
  /** Its words are good; nobody was asked yet. */
  READY,
  /** Its words are not good; nobody is asked. */
  INVALID,
  /** The device is being asked. */
  TRYING,
  ADDED,
  FAILED
}
