package org.lynceus.media;

/**
 * Which of a channel's streams is meant: the full picture for recording, or the small one for
 * grids.
 */
public enum StreamKind {
  MAIN,
  SUB;

  /** The word used in file names and in the API: {@code main} or {@code sub}. */
  public String word() {
    return this == MAIN ? "main" : "sub";
  }

  /** The kind of a {@link #word()}; throws {@link IllegalArgumentException} for any other text. */
  public static StreamKind ofWord(String word) {
    for (StreamKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a stream kind");
  }
}
