package org.lynceus.media;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream comes from. The address is {@code rtsp://host[:port]/path?query} (or {@code
 * rtsps}) without user information; credentials travel beside it so that no log or error can show
 * them.
 *
 * @param transport how media is asked for; media of an rtsps address always comes inside the
 *     connection
 * @param trusted the certificate that an rtsps camera must show; null: one that the system's
 *     authorities vouch for, for this host
 */
public record StreamSource(
    StreamKey key,
    URI url,
    @Nullable Credentials credentials,
    StreamTransport transport,
    @Nullable CertificateFingerprint trusted) {
  /** Refuses an address that is not RTSP, has no host, or carries user information. */
  public StreamSource {
    RtspAddress.require(url);
  }

  /** A source with the usual transport and trust. */
  public StreamSource(StreamKey key, URI url, @Nullable Credentials credentials) {
    this(key, url, credentials, StreamTransport.AUTO, null);
  }

  @Override
  public String toString() {
    return "StreamSource[" + key + ", " + url.getHost() + "]";
  }
}
