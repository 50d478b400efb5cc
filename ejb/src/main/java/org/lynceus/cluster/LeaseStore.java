package org.lynceus.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.lynceus.shared.DatabaseException;

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
      "select resource from lease where resource = ? and holder = ? and epoch = ? for share";

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  /** Takes those of the resources that can be taken now and returns them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Lease> claim(Collection<String> resources, String holder, String node) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setString(1, holder);
      statement.setString(2, node);
      statement.setInt(3, SECONDS);
      statement.setArray(4, connection.createArrayOf("text", resources.toArray()));
      return read(statement);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Prolongs all leases of the holder and returns them; one that is missing was taken over. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Lease> renew(String holder) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(RENEW)) {
      statement.setInt(1, SECONDS);
      statement.setString(2, holder);
      return read(statement);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Gives leases back; only the holder's own rows go. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void release(Collection<String> resources, String holder) {
    String sql = "delete from lease where holder = ? and resource = any(?)";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, holder);
      statement.setArray(2, connection.createArrayOf("text", resources.toArray()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Those of the leases that still stand, locked against take-over until the caller's transaction
   * ends. Call it inside the transaction that writes.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> standing(Collection<Lease> leases) {
    Set<String> standing = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(HELD)) {
      for (Lease lease :
          leases.stream().sorted(java.util.Comparator.comparing(Lease::resource)).toList()) {
        statement.setString(1, lease.resource());
        statement.setString(2, lease.holder());
        statement.setLong(3, lease.epoch());
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            standing.add(lease.resource());
          }
        }
      }
      return standing;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static List<Lease> read(PreparedStatement statement) throws SQLException {
    List<Lease> leases = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        leases.add(
            new Lease(row.getString("resource"), row.getString("holder"), row.getLong("epoch")));
      }
    }
    return leases;
  }
}
