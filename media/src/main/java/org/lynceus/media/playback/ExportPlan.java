package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;

/**
 * A finished calculation of an MP4 file that was not written yet; its length is known before its
 * first byte.
 */
public interface ExportPlan {
  /** Exact length of the file in bytes. */
  long contentLength();

  /** Wall clock of the first picture shown. */
  Instant start();

  /**
   * Length of what is shown; parts around gaps are joined, so this can be less than what was asked
   * for.
   */
  Duration duration();

  /** Writes the file. Reads the segments' files now; may be called again. */
  void writeTo(WritableByteChannel out) throws IOException;
}
