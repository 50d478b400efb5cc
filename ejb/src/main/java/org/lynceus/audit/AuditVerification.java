package org.lynceus.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;

/**
 * Verifies the whole log: the chain from its beginning (or its newest cut) to its head, then the
 * entries outside it. Reads in portions, so that a log of years needs no memory.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditVerification {
  private static final int PORTION = 5000;
  private static final String SEALED =
      """
      select s.seq, s.entry_id, s.chain, e.* from audit_seal s
      left join audit_entry e on e.id = s.entry_id where s.seq > ? order by s.seq limit ?
      """;
  private static final String OUTSIDE =
      """
      select e.* from audit_entry e where e.id > ?
        and not exists (select 1 from audit_seal s where s.entry_id = e.id)
      order by e.id limit ?
      """;

  @Inject private Database database;
  @Inject private AuditKey key;
  @Inject private AuditReaders readers;

  private record Sealed(long seq, long id, byte[] chain, @Nullable AuditEntry entry) {}

  private record Start(long seq, byte[] chain, java.time.Instant before, byte[] mac) {}

  /**
   * Verifies.
   *
   * @param expected a head that was written down earlier
   */
  public AuditReport verify(@Nullable AuditHead expected) {
    readers.require();
    Start start =
        database.first(
            "select * from audit_cut order by seq desc limit 1",
            row ->
                new Start(
                    row.getLong("seq"),
                    row.getBytes("chain"),
                    org.lynceus.shared.Sql.instant(row, "before"),
                    row.getBytes("mac")));
    if (start != null
        && !AuditMac.same(key.mac().cut(start.seq(), start.chain(), start.before()), start.mac())) {
      return new AuditReport(
          0,
          0,
          0,
          AuditHead.of(start.seq(), start.chain()),
          new AuditFinding(
              AuditFinding.Tampering.INSERTED,
              start.seq(),
              null,
              null,
              "The center did not delete the entries up to seal " + start.seq() + "."));
    }
    AuditChain chain =
        start == null
            ? new AuditChain(key.mac(), 0, AuditMac.BEGIN, expected)
            : new AuditChain(key.mac(), start.seq(), start.chain(), expected);
    requireKnown(expected, start);
    AuditFinding finding = walk(chain);
    return outside(chain, finding == null ? chain.end() : finding);
  }

  private static void requireKnown(@Nullable AuditHead expected, @Nullable Start start) {
    if (expected != null && start != null && expected.seq() < start.seq()) {
      throw DomainException.invalid(
          "head", "The entries up to that head were deleted because of their age.");
    }
    if (expected != null
        && start != null
        && expected.seq() == start.seq()
        && !expected.chain().equals(HexFormat.of().formatHex(start.chain()))) {
      throw DomainException.invalid("head", "The chain was never at that head.");
    }
  }

  private @Nullable AuditFinding walk(AuditChain chain) {
    List<Sealed> portion;
    do {
      portion =
          database.list(
              SEALED,
              row ->
                  new Sealed(
                      row.getLong("seq"),
                      row.getLong("entry_id"),
                      row.getBytes("chain"),
                      row.getObject("id") == null ? null : AuditEntry.read(row)),
              chain.head().seq(),
              PORTION);
      for (Sealed sealed : portion) {
        AuditFinding finding =
            chain.next(sealed.seq(), sealed.id(), sealed.chain(), sealed.entry());
        if (finding != null) {
          return finding;
        }
      }
    } while (portion.size() == PORTION);
    return null;
  }

  /** Entries outside the chain are older than it, or about to be sealed, or not ours. */
  private AuditReport outside(AuditChain chain, @Nullable AuditFinding found) {
    Long first =
        database.first(
            "select min(id) from audit_entry where mac is not null",
            row -> row.getObject(1, Long.class));
    AuditFinding finding = found;
    long waiting = 0;
    long older = 0;
    long id = Long.MIN_VALUE;
    List<AuditEntry> portion;
    do {
      portion = database.list(OUTSIDE, AuditEntry::read, id, PORTION);
      for (AuditEntry entry : portion) {
        id = entry.id();
        if (entry.mac() == null && id > 0 && (first == null || id < first)) {
          older++;
        } else if (entry.mac() != null && key.mac().vouchesFor(entry)) {
          waiting++;
        } else if (finding == null) {
          finding =
              new AuditFinding(
                  AuditFinding.Tampering.INSERTED,
                  null,
                  id,
                  entry.at(),
                  "Entry " + id + " of " + entry.at() + " was not written by this center.");
        }
      }
    } while (portion.size() == PORTION);
    return new AuditReport(chain.entries(), waiting, older, chain.head(), finding);
  }
}
