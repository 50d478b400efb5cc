package org.lynceus.recording;

/** Form of an exported file. */
public enum ExportFormat {
  /** Index first, then media: every player and editor reads it. */
  CLASSIC,
  /** Fragments as recorded: still playable when it is cut off anywhere. */
  FRAGMENTED
}
