package org.lynceus.device.binding;

import java.util.UUID;

/**
 * A thing at which something happens.
 *
 * @param resource of an input: its device
 * @param part of an input: the device's own name for it
 */
public record ResourcePart(ResourceKind kind, UUID resource, String part) {
  public static ResourcePart input(UUID device, String token) {
    return new ResourcePart(ResourceKind.INPUT, device, token);
  }
}
