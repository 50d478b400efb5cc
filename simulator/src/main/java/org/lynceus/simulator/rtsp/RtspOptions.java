package org.lynceus.simulator.rtsp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the RTSP server.
 *
 * @param port TCP port on 127.0.0.1; 0 takes a free one
 * @param password of {@code user} at every camera; null: no authentication
 * @param nonceLifetime after which a client must take a new nonce
 */
public record RtspOptions(
    int port, String user, @Nullable String password, Duration nonceLifetime) {
  @Override
  public String toString() {
    return "RtspOptions[port=" + port + ", user=" + user + "]";
  }
}
