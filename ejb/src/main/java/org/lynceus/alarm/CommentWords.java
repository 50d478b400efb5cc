package org.lynceus.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words to find in comments, as a text search query of PostgreSQL. A comment is found when it has
 * all of them: of words written in letters the beginnings, of Chinese ones, which have no blanks
 * between them, the same characters in the same order. Pure.
 */
final class CommentWords {
  /** Chinese characters become words of their own; the index of the table is made of the same. */
  static final String VECTOR =
      "to_tsvector('simple', regexp_replace(h.comment, '([\\u3400-\\u9fff])', ' \\1 ', 'g'))";

  private static final Pattern WORD =
      Pattern.compile("[\\u3400-\\u9fff]+|[\\p{L}\\p{N}&&[^\\u3400-\\u9fff]]+");

  private CommentWords() {}

  /** The query; null when the text has no word. */
  static @Nullable String query(@Nullable String text) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
    while (found.find()) {
      String word = found.group();
      words.add(chinese(word) ? phrase(word) : "'" + word + "':*");
    }
    return words.isEmpty() ? null : String.join(" & ", words);
  }

  private static boolean chinese(String word) {
    return word.charAt(0) >= '\u3400' && word.charAt(0) <= '\u9fff';
  }

  private static String phrase(String word) {
    return word.chars()
        .mapToObj(c -> "'" + (char) c + "'")
        .collect(Collectors.joining(" <-> ", "(", ")"));
  }
}
