package org.lynceus.shared;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;

/**
 * Why something is as it is: a word for programs and a sentence for people.
 *
 * @param code for example {@code unauthorized}; the browser has its own words for each
 * @param text English sentence, never with a secret
 */
public record Reason(String code, String text) {
  public static Reason of(Fault fault) {
    return new Reason(fault.code().word(), fault.text());
  }

  public static @Nullable Reason ofNullable(@Nullable Fault fault) {
    return fault == null ? null : of(fault);
  }
}
