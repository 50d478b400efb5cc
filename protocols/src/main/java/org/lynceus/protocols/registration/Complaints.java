package org.lynceus.protocols.registration;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.lynceus.media.LogLimit;
import org.lynceus.media.MalformedException;

/** Counts what goes wrong at the door, and logs at most one line a minute of each kind. */
final class Complaints {
  /** Kinds of trouble. */
  enum Kind {
    CROWDED,
    MALFORMED,
    UNKNOWN,
    REFUSED,
    BROKEN
  }

  private static final Logger LOG = System.getLogger(RegistrationListener.class.getName());

  private final Map<Kind, LogLimit> limits = new EnumMap<>(Kind.class);
  private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

  Complaints() {
    for (Kind kind : Kind.values()) {
      limits.put(kind, new LogLimit(1, Duration.ofMinutes(1)));
      counts.put(kind, new LongAdder());
    }
  }

  long count(Kind kind) {
    return counter(kind).sum();
  }

  void crowded(InetAddress address) {
    note(
        Kind.CROWDED,
        "Too many connections of devices that are not signed in, from " + text(address));
  }

  void malformed(InetAddress address, MalformedException why) {
    note(
        Kind.MALFORMED,
        "What dials in from " + text(address) + " was not understood: " + why.getMessage());
  }

  void unknown(InetAddress address, String id) {
    note(Kind.UNKNOWN, "A device nobody provided for dials in from " + text(address) + ": " + id);
  }

  void refused(InetAddress address, String id) {
    note(
        Kind.REFUSED,
        "Device "
            + id
            + " dials in from "
            + text(address)
            + "; it rejected its password and is left alone until that is changed");
  }

  void close(IOException failure) {
    note(Kind.BROKEN, "A connection could not be closed: " + failure.getMessage());
  }

  void broken(Exception failure) {
    note(Kind.BROKEN, "The listener for devices that dial in failed at one of them: " + failure);
  }

  private void note(Kind kind, String text) {
    counter(kind).increment();
    limits
        .getOrDefault(kind, new LogLimit(1, Duration.ofMinutes(1)))
        .line(System.nanoTime())
        .ifPresent(
            leftOut ->
                LOG.log(
                    Level.WARNING,
                    leftOut == 0 ? text : text + " (" + leftOut + " such lines were left out)"));
  }

  private LongAdder counter(Kind kind) {
    return java.util.Objects.requireNonNull(counts.get(kind));
  }

  private static String text(InetAddress address) {
    return address.getHostAddress();
  }
}
