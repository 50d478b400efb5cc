package org.lynceus.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first place where the log is not what was written.
 *
 * @param seq place in the chain, null for an entry outside it
 * @param entry number of the entry, null when not even its number is left
 */
public record AuditFinding(
    Tampering kind, @Nullable Long seq, @Nullable Long entry, @Nullable Instant at, String text) {

  /** What happened to it. */
  public enum Tampering {
    /** It does not say what was written. */
    ALTERED,
    /** It is gone. */
    MISSING,
    /** The center did not write it. */
    INSERTED,
    /** The entries are not in the order in which they were sealed. */
    REORDERED,
    /** The chain ends before a head that was written down, or does not contain it. */
    CUT_OFF
  }
}
