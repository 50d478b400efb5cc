package org.lynceus.media.store;

/** Whether a volume can be written. */
public enum VolumeState {
  READY,
  /** Free space is at or under the reserve; writing resumes by itself with room. */
  FULL,
  /** The directory or its volume.json is not there, or belongs to another volume. */
  MISSING,
  /** The disk returned an error. */
  FAILED
}
