package org.lynceus.audit;

import org.jspecify.annotations.Nullable;

/**
 * Result of a verification.
 *
 * @param entries sealed entries that were found as written
 * @param waiting entries that are written and not sealed yet
 * @param older entries from before there was a chain; nothing vouches for them
 * @param head the end of the chain, to be written down
 * @param finding the first place that is wrong, null when there is none
 */
public record AuditReport(
    long entries, long waiting, long older, AuditHead head, @Nullable AuditFinding finding) {}
