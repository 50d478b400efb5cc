package org.lynceus.shared;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort value and the id of its last row. The text form is opaque to
 * clients.
 */
public record PageKey(String sort, String id) {
  private static final int LONGEST = 1000;

  public String encode() {
    byte[] bytes = (id + "\n" + sort).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads what {@link #encode} made; null stays null; anything else is a validation problem. */
  public static @Nullable PageKey decode(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("too long");
      }
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int cut = plain.indexOf('\n');
      if (cut < 0) {
        throw new IllegalArgumentException("no separator");
      }
      return new PageKey(plain.substring(cut + 1), plain.substring(0, cut));
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  /** The id as a UUID; a key of another list is a validation problem. */
  public UUID uuid() {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  /** The id as a number; a key of another list is a validation problem. */
  public long number() {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw foreign();
    }
  }

  /** The sort value as an instant; a key of another list is a validation problem. */
  public Instant instant() {
    try {
      return Instant.parse(sort);
    } catch (DateTimeParseException e) {
      throw foreign();
    }
  }

  private static DomainException foreign() {
    return DomainException.invalid("after", "This is not the 'next' of this list.");
  }
}
