package org.lynceus.cluster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right to work on a resource alone. Every write that needs it names resource, holder and epoch;
 * the database refuses it when somebody took the resource over meanwhile.
 *
 * @param resource for example {@code device/<uuid>}
 * @param epoch grows by one with every change of holder
 */
public record Lease(String resource, String holder, long epoch) {
  /** The right to listen for devices that dial in: they know one address. */
  public static final String REGISTRATION = "registration";

  public static String ofDevice(UUID device) {
    return "device/" + device;
  }

  public static String ofRecording(UUID channel) {
    return "recording/" + channel;
  }

  /** The device or channel that a resource is about, null when it is about none. */
  public static @Nullable UUID id(String resource) {
    int slash = resource.indexOf('/');
    return slash < 0 ? null : UUID.fromString(resource.substring(slash + 1));
  }
}
