package org.lynceus.protocols.registration;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How the listener listens.
 *
 * @param mostStrangers connections that have not signed in, in all; more are not accepted until one
 *     is done
 * @param mostStrangersPerAddress the same for one address; more are closed at once
 * @param connectsPerMinute from one address; as many at once, too
 * @param mostDevices registered at the same time
 * @param patience for each step of signing in, and for an answer
 * @param keepAlive how often a device is asked whether it is there; three misses end it
 */
public record RegistrationOptions(
    InetSocketAddress address,
    int mostStrangers,
    int mostStrangersPerAddress,
    int connectsPerMinute,
    int mostDevices,
    Duration patience,
    Duration keepAlive) {
  /** How many keep-alives may stay without an answer. */
  public static final int MISSES = 3;

  /** The usual bounds: a site of some hundred devices may stand behind one address. */
  public static RegistrationOptions at(InetSocketAddress address) {
    return new RegistrationOptions(
        address, 512, 128, 600, 5000, Duration.ofSeconds(10), Duration.ofSeconds(20));
  }
}
