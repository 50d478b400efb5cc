package org.lynceus.simulator.registration;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a registering device is told at its own page.
 *
 * @param id registration id
 * @param center where it dials
 * @param from the address it dials from; null: any
 * @param redial pause before the first new try; doubled up to 30 s, with jitter
 */
public record DialSettings(
    String id,
    InetSocketAddress center,
    @Nullable InetAddress from,
    String user,
    String password,
    Duration redial) {
  @Override
  public String toString() {
    return "DialSettings[" + id + " at " + center + "]";
  }
}
