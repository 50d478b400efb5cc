package org.lynceus.recording;

/** Why recordings were deleted. */
public enum DeletionReason {
  /** Older than the channel's most days. */
  EXPIRED,
  /** The channel or the volume was over its quota. */
  QUOTA,
  /** The volume needed room. */
  SPACE
}
