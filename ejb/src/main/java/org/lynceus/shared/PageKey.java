package org.lynceus.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
      throw DomainException.invalid("after", "This is not the 'next' of a page.");
    }
  }
}
