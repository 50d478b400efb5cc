package org.lynceus.shared;

/** Checks of what a request may ask for. */
public final class Limits {
  /** The most rows of one page. */
  public static final int PAGE = 1000;

  private Limits() {}

  /** A page size between 1 and {@link #PAGE}. */
  public static int page(int limit) {
    if (limit < 1 || limit > PAGE) {
      throw DomainException.invalid("limit", "The limit must be between 1 and " + PAGE + ".");
    }
    return limit;
  }

  /** A name of 1 to 100 characters without control characters, trimmed. */
  public static String name(String name) {
    String trimmed = name.strip();
    if (trimmed.isEmpty() || trimmed.length() > 100) {
      throw DomainException.invalid("/name", "The name must have 1 to 100 characters.");
    }
    if (trimmed.chars().anyMatch(Character::isISOControl)) {
      throw DomainException.invalid("/name", "The name must not contain control characters.");
    }
    return trimmed;
  }

  /** A text of a bounded length without control characters, trimmed. */
  public static String text(String pointer, String text, int least, int most) {
    String trimmed = text.strip();
    if (trimmed.length() < least || trimmed.length() > most) {
      throw DomainException.invalid(
          pointer, "This must have " + least + " to " + most + " characters.");
    }
    if (trimmed.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw DomainException.invalid(pointer, "This must not contain control characters.");
    }
    return trimmed;
  }

  /** Refuses with a stale version when a guarded update of one row touched none. */
  public static void changed(int rows, String what) {
    if (rows != 1) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "The " + what + " was changed meanwhile; load it again.");
    }
  }
}
