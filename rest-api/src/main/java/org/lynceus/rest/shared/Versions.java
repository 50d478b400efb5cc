package org.lynceus.rest.shared;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/** Versions as entity tags. */
public final class Versions {
  private Versions() {}

  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** The version of an If-Match header; missing is 428, anything but one strong tag is stale. */
  public static long required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new DomainException(
          ProblemType.VERSION_REQUIRED, "Send If-Match with the ETag you were given.");
    }
    String tag = ifMatch.strip();
    try {
      if (tag.length() < 3 || tag.charAt(0) != '"' || !tag.endsWith("\"")) {
        throw new NumberFormatException("no strong tag");
      }
      return Long.parseLong(tag.substring(1, tag.length() - 1));
    } catch (NumberFormatException e) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "If-Match is not an ETag this resource gave.");
    }
  }
}
