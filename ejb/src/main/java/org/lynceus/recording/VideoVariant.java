package org.lynceus.recording;

/** In which codec a recording is played. */
public enum VideoVariant {
  /** As it was recorded. */
  ORIGINAL,
  /** H.264 for players without H.265: what is not recorded so is converted by the helper. */
  H264
}
