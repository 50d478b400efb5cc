package org.lynceus.media;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream comes from. The address is {@code rtsp://host[:port]/path?query} without user
 * information; credentials travel beside it so that no log or error can show them.
 */
public record StreamSource(StreamKey key, URI url, @Nullable Credentials credentials) {
  /** Refuses an address that is not plain RTSP, has no host, or carries user information. */
  public StreamSource {
    RtspAddress.require(url);
  }

  @Override
  public String toString() {
    return "StreamSource[" + key + ", " + url.getHost() + "]";
  }
}
