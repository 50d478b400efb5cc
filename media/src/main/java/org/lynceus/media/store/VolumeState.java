package org.lynceus.media.store;

/** Whether a volume can be written. */
public enum VolumeState {
  READY,
  /**
   * Free space is at or under the reserve, or the quota is used up; resumes by itself with room.
   */
  FULL,
  /** A write or flush has been under way for longer than the limit; heals when it returns. */
  STALLED,
  /** The directory or its volume.json is not there, or belongs to another volume. */
  MISSING,
  /** The file system refuses writing as a whole: mounted for reading only. */
  READ_ONLY,
  /** The disk returned an error. */
  FAILED
}
