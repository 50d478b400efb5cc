package org.lynceus.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Walks along the chain, seal by seal, and names the first that does not fit. Pure: it sees only
 * what it is given, and does not look on after a finding.
 */
final class AuditChain {
  private final AuditMac mac;
  private final @Nullable AuditHead expected;
  private long seq;
  private byte[] chain;
  private long entries;

  /** Begins after a seal, or at the beginning with 0 and {@link AuditMac#BEGIN}. */
  AuditChain(AuditMac mac, long afterSeq, byte[] afterChain, @Nullable AuditHead expected) {
    this.mac = mac;
    this.seq = afterSeq;
    this.chain = afterChain;
    this.expected = expected;
  }

  /** Takes the next seal with its entry, null when that is gone. */
  @Nullable AuditFinding next(long nextSeq, long id, byte[] sealed, @Nullable AuditEntry entry) {
    if (nextSeq != seq + 1) {
      return new AuditFinding(
          AuditFinding.Tampering.MISSING,
          seq + 1,
          null,
          null,
          "Seals " + (seq + 1) + " to " + (nextSeq - 1) + " are missing with their entries.");
    }
    if (entry == null) {
      return finding(AuditFinding.Tampering.MISSING, nextSeq, id, null, "is missing");
    }
    byte[] written = entry.mac();
    if (written == null || !mac.vouchesFor(entry)) {
      return finding(
          AuditFinding.Tampering.ALTERED, nextSeq, id, entry.at(), "does not say what was written");
    }
    byte[] right = mac.chain(chain, nextSeq, written);
    if (!AuditMac.same(right, sealed)) {
      return finding(
          AuditFinding.Tampering.REORDERED,
          nextSeq,
          id,
          entry.at(),
          "is not at its place in the chain");
    }
    seq = nextSeq;
    chain = right;
    entries++;
    return expected != null && expected.seq() == seq && !expected.equals(head())
        ? cutOff(expected)
        : null;
  }

  /** What is to be said at the end of the chain. */
  @Nullable AuditFinding end() {
    return expected != null && expected.seq() > seq ? cutOff(expected) : null;
  }

  AuditHead head() {
    return AuditHead.of(seq, chain);
  }

  long entries() {
    return entries;
  }

  private AuditFinding cutOff(AuditHead head) {
    return new AuditFinding(
        AuditFinding.Tampering.CUT_OFF,
        head.seq(),
        null,
        null,
        "The chain does not contain the head that was written down (its end is "
            + seq
            + "): newer entries were removed.");
  }

  private static AuditFinding finding(
      AuditFinding.Tampering kind, long seq, long id, @Nullable Instant at, String what) {
    return new AuditFinding(
        kind, seq, id, at, "Entry " + id + (at == null ? "" : " of " + at) + " " + what + ".");
  }
}
