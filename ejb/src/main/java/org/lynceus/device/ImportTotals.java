package org.lynceus.device;

/** How many rows of an import are in which state. */
public record ImportTotals(int ready, int invalid, int trying, int added, int failed) {
  public int rows() {
    return ready + invalid + trying + added + failed;
  }

  /** Rows of which it is known what became. */
  public int done() {
    return rows() - ready - trying;
  }
}
