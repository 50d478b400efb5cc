package org.lynceus.media.rtsp;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;

/**
 * Asks an RTSP address once what it offers (DESCRIBE). Blocks the calling thread for at most the
 * timeout, which covers name resolution, connecting and every answer together. A rejected password
 * is never sent twice.
 */
public final class RtspProbe {
  private RtspProbe() {}

  /**
   * Returns what the address offers.
   *
   * @throws ProbeFailedException with the precise reason when it cannot be recorded
   * @throws IllegalArgumentException when the address breaks {@link
   *     org.lynceus.media.RtspAddress#require}
   */
  public static ProbeResult probe(URI url, @Nullable Credentials credentials, Duration timeout)
      throws ProbeFailedException {
    throw new UnsupportedOperationException();
  }
}
