package org.lynceus.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;

/**
 * Chains committed entries in the order of their numbers and cuts what is too old. One transaction
 * at a time in the whole cluster. An entry whose MAC is not ours is never sealed: the verification
 * names it.
 */
@Stateless
@PermitAll
public class AuditSeals {
  /** Most entries of one transaction. */
  public static final int BATCH = 1000;

  /** Numbers are given before commits: an entry may come this many numbers late. */
  private static final long LATE = 10_000;

  private static final Logger LOG = System.getLogger(AuditSeals.class.getName());
  private static final String ALONE = "select pg_try_advisory_xact_lock(7202611222010)";
  private static final String UNSEALED =
      """
      select e.* from audit_entry e
      where e.id > (select coalesce(max(entry_id), 0) from audit_seal) - ? and e.mac is not null
        and not exists (select 1 from audit_seal s where s.entry_id = e.id)
      order by e.id limit ?
      """;

  @Inject private Database database;
  @Inject private AuditKey key;
  @Inject private Clock clock;

  /**
   * Seals what waits.
   *
   * @return how many entries were looked at, 0 when another node is at it
   */
  public int seal() {
    if (!alone()) {
      return 0;
    }
    List<AuditEntry> waiting = database.list(UNSEALED, AuditEntry::read, LATE, BATCH);
    if (waiting.isEmpty()) {
      return 0;
    }
    AuditHead head = head();
    long seq = head.seq();
    byte[] chain = java.util.HexFormat.of().parseHex(head.chain());
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (AuditEntry entry : waiting) {
      byte[] mac = entry.mac();
      if (mac == null || !key.mac().vouchesFor(entry)) {
        LOG.log(Level.WARNING, "Audit entry {0} was not written by this center", entry.id() + "");
        continue;
      }
      seq++;
      chain = key.mac().chain(chain, seq, mac);
      rows.add(new Object[] {seq, entry.id(), chain});
    }
    database.batch("insert into audit_seal (seq, entry_id, chain) values (?, ?, ?)", rows);
    return rows.isEmpty() ? 0 : waiting.size();
  }

  /** The newest seal, or where the chain was cut, or its beginning. */
  public AuditHead head() {
    AuditHead sealed = head("select seq, chain from audit_seal order by seq desc limit 1");
    AuditHead cut = head("select seq, chain from audit_cut order by seq desc limit 1");
    if (sealed != null && (cut == null || sealed.seq() > cut.seq())) {
      return sealed;
    }
    return cut != null ? cut : AuditHead.of(0, AuditMac.BEGIN);
  }

  /**
   * Deletes the sealed entries before the first one that is not older than the time.
   *
   * @return how many
   */
  public int cut(Instant before) {
    if (!alone()) {
      return 0;
    }
    AuditHead to =
        head(
            "select s.seq, s.chain from audit_seal s where s.seq < coalesce((select min(k.seq) from"
                + " audit_seal k join audit_entry e on e.id = k.entry_id where e.at >= ?), (select"
                + " max(seq) + 1 from audit_seal)) order by s.seq desc limit 1",
            before);
    if (to == null) {
      return 0;
    }
    byte[] chain = java.util.HexFormat.of().parseHex(to.chain());
    long entries = database.number("select count(*) from audit_seal where seq <= ?", to.seq());
    database.update(
        "insert into audit_cut (seq, chain, before, entries, at, mac) values (?, ?, ?, ?, ?, ?)",
        to.seq(),
        chain,
        before,
        entries,
        clock.instant(),
        key.mac().cut(to.seq(), chain, before));
    database.update(
        "delete from audit_entry where id in (select entry_id from audit_seal where seq <= ?)",
        to.seq());
    database.update("delete from audit_entry where mac is null and at < ?", before);
    database.update("delete from audit_seal where seq <= ?", to.seq());
    return (int) entries;
  }

  private boolean alone() {
    return Boolean.TRUE.equals(database.first(ALONE, row -> row.getBoolean(1)));
  }

  private @Nullable AuditHead head(String sql, Object... parameters) {
    return database.first(
        sql, row -> AuditHead.of(row.getLong("seq"), row.getBytes("chain")), parameters);
  }
}
