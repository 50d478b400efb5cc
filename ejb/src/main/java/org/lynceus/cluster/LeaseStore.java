package org.lynceus.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lynceus.shared.Database;

/**
 * The lease rows. A lease is taken when it is free, has run out by the clock of the database, or
 * belongs to an earlier process of the same node. A holder whose lease ran out while nobody took it
 * keeps it by renewing: an outage of the database stops no recording.
 */
@ApplicationScoped
public class LeaseStore {
  /** How long a lease holds without renewal. */
  public static final int SECONDS = 10;

  private static final String CLAIM =
      """
      insert into lease (resource, holder, node, epoch, expires_at)
      select r, ?, ?, 1, clock_timestamp() + make_interval(secs => ?)
      from unnest(?) as r order by r
      on conflict (resource) do update
        set holder = excluded.holder, node = excluded.node, epoch = lease.epoch + 1,
            expires_at = excluded.expires_at
        where lease.holder <> excluded.holder
          and (lease.expires_at < clock_timestamp() or lease.node = excluded.node)
      returning resource, holder, epoch
      """;
  private static final String RENEW =
      """
      update lease set expires_at = clock_timestamp() + make_interval(secs => ?)
      where holder = ? returning resource, holder, epoch
      """;
  private static final String HELD =
      """
      select l.resource from unnest(?, ?, ?) as w (resource, holder, epoch)
        join lease l on l.resource = w.resource and l.holder = w.holder and l.epoch = w.epoch
      order by l.resource for share of l
      """;

  @Inject private Database database;

  /** Takes those of the resources that can be taken now and returns them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Lease> claim(Collection<String> resources, String holder, String node) {
    return database.list(
        CLAIM, LeaseStore::lease, holder, node, SECONDS, resources.toArray(String[]::new));
  }

  /** Prolongs all leases of the holder and returns them; one that is missing was taken over. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Lease> renew(String holder) {
    return database.list(RENEW, LeaseStore::lease, SECONDS, holder);
  }

  /** Gives leases back; only the holder's own rows go. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void release(Collection<String> resources, String holder) {
    database.update(
        "delete from lease where holder = ? and resource = any(?)",
        holder,
        resources.toArray(String[]::new));
  }

  /**
   * Those of the leases that still stand, locked against take-over until the caller's transaction
   * ends. Call it inside the transaction that writes.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> standing(Collection<Lease> leases) {
    return new HashSet<>(
        database.list(
            HELD,
            row -> row.getString("resource"),
            leases.stream().map(Lease::resource).toArray(String[]::new),
            leases.stream().map(Lease::holder).toArray(String[]::new),
            leases.stream().map(Lease::epoch).toArray(Long[]::new)));
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(row.getString("resource"), row.getString("holder"), row.getLong("epoch"));
  }
}
