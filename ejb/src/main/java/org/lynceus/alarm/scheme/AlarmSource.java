package org.lynceus.alarm.scheme;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * Where the events of a scheme come from.
 *
 * @param objectId of a channel, device, site, or of an input's device; null for the center
 * @param part of an input: the device's own name for it; null for the others
 */
public record AlarmSource(Kind kind, @Nullable UUID objectId, @Nullable String part) {
  /** What a source is. */
  public enum Kind {
    CHANNEL,
    /** The device, its channels and its inputs. */
    DEVICE,
    INPUT,
    /** All devices of the site and of those below it. */
    SITE,
    /** What is about the center itself. */
    CENTER
  }

  public AlarmSource {
    if ((kind == Kind.CENTER) != (objectId == null)) {
      throw DomainException.invalid(
          "/sources", "Every source but the center itself has an id, and the center has none.");
    }
    if ((kind == Kind.INPUT) != (part != null)) {
      throw DomainException.invalid("/sources", "An input, and only an input, has a part.");
    }
    part = part == null ? null : Limits.text("/sources", part, 1, 200);
  }

  public static AlarmSource channel(UUID id) {
    return new AlarmSource(Kind.CHANNEL, id, null);
  }

  public static AlarmSource device(UUID id) {
    return new AlarmSource(Kind.DEVICE, id, null);
  }

  public static AlarmSource input(UUID device, String part) {
    return new AlarmSource(Kind.INPUT, device, part);
  }

  public static AlarmSource site(UUID id) {
    return new AlarmSource(Kind.SITE, id, null);
  }

  public static AlarmSource center() {
    return new AlarmSource(Kind.CENTER, null, null);
  }
}
