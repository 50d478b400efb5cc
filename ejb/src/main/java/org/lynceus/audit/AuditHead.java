package org.lynceus.audit;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/**
 * The newest seal of the chain. Its text {@code <seq>:<64 hex digits>} may be written down
 * anywhere: a later chain must still contain it.
 */
public record AuditHead(long seq, String chain) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

  static AuditHead of(long seq, byte[] chain) {
    return new AuditHead(seq, HexFormat.of().formatHex(chain));
  }

  /** Reads the text; null stays null. */
  public static @Nullable AuditHead parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw DomainException.invalid("head", "A head is <number>:<64 hex digits>.");
    }
    return new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2));
  }

  public String text() {
    return seq + ":" + chain;
  }
}
