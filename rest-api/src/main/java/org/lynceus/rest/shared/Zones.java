package org.lynceus.rest.shared;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.lynceus.shared.DomainException;

/** Zones of requests. */
public final class Zones {
  private Zones() {}

  /** An IANA zone; anything else is a validation problem of the named field. */
  public static ZoneId read(String name, String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw DomainException.invalid(name, "Give an IANA zone such as Asia/Shanghai.");
    }
  }
}
