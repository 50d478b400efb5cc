package org.lynceus.device.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;

/** The words of a search, as patterns for {@code like}: each must be found somewhere. */
final class SearchWords {
  private static final int LONGEST = 200;
  private static final int MOST = 8;

  private SearchWords() {}

  static List<String> patterns(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return List.of();
    }
    if (q.length() > LONGEST) {
      throw DomainException.invalid("q", "A search has at most " + LONGEST + " characters.");
    }
    return Arrays.stream(q.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .distinct()
        .limit(MOST)
        .map(word -> "%" + Sql.literally(word) + "%")
        .toList();
  }
}
