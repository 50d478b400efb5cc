package org.lynceus.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;

/**
 * The rows of nodes, each written by its own node. Whether a node is alive is told by the clock of
 * the database, by the time that leases hold, so that a home which counts as dead holds no lease.
 */
@ApplicationScoped
public class NodeStore {
  private static final String BEAT =
      """
      insert into cluster_node (name, holder, started_at, seen_at)
      values (?, ?, ?, clock_timestamp())
      on conflict (name) do update
        set holder = excluded.holder, started_at = excluded.started_at, seen_at = excluded.seen_at,
          left_at = null
      """;
  private static final String LEAVE =
      "update cluster_node set left_at = clock_timestamp() where name = ? and holder = ?";
  private static final String FORGET =
      "delete from cluster_node where name = ?"
          + " and seen_at <= clock_timestamp() - make_interval(secs => ?)";
  private static final String ALL =
      """
      select n.name, n.started_at, n.seen_at,
        n.seen_at > clock_timestamp() - make_interval(secs => ?) as alive,
        n.left_at is not null as gone, coalesce(l.devices, 0) as devices
      from cluster_node n left join (
        select node, count(*) as devices from lease
        where resource like 'device/%' and expires_at > clock_timestamp() group by node) l
        on l.node = n.name
      order by n.name
      """;
  private static final String OTHERS =
      "select name from cluster_node where name <> ? and left_at is null"
          + " and seen_at > clock_timestamp() - make_interval(secs => ?) order by name";
  private static final String DRIVING =
      "select resource, node from lease where resource = any(?) and expires_at > clock_timestamp()";

  @Inject private Database database;

  /** Tells that a node is alive. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void beat(String name, String holder, Instant startedAt) {
    database.update(BEAT, name, holder, startedAt);
  }

  /** Tells that a node stops: it is away from now on, and not lost. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void leave(String name, String holder) {
    database.update(LEAVE, name, holder);
  }

  /** Forgets a node that is not alive; false: it is, or is not known. It is back once it beats. */
  @Transactional(Transactional.TxType.REQUIRED)
  public boolean forget(String name) {
    return database.update(FORGET, name, LeaseStore.SECONDS) == 1;
  }

  /** All nodes that are known, by name. */
  @Transactional(Transactional.TxType.REQUIRED)
  public List<ClusterNode> all() {
    return database.list(
        ALL,
        row ->
            new ClusterNode(
                row.getString("name"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "seen_at"),
                row.getBoolean("alive"),
                row.getBoolean("gone"),
                row.getInt("devices")),
        LeaseStore.SECONDS);
  }

  /** The other nodes that are alive, by name. */
  @Transactional(Transactional.TxType.REQUIRED)
  public List<String> others(String name) {
    return database.list(OTHERS, row -> row.getString("name"), name, LeaseStore.SECONDS);
  }

  /** Refuses the name of a node that was never seen. */
  @Transactional(Transactional.TxType.REQUIRED)
  public void requireKnown(String name) {
    if (all().stream().noneMatch(node -> node.name().equals(name))) {
      throw DomainException.invalid("/homeNode", "There is no node of this name.");
    }
  }

  /** The nodes that hold the leases of these devices now. */
  @Transactional(Transactional.TxType.REQUIRED)
  public Map<UUID, String> driving(Collection<UUID> devices) {
    Map<String, UUID> resources =
        devices.stream().distinct().collect(Collectors.toMap(Lease::ofDevice, id -> id));
    return database
        .list(
            DRIVING,
            row -> Map.entry(row.getString("resource"), row.getString("node")),
            (Object) resources.keySet().toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(row -> resources.get(row.getKey()), Map.Entry::getValue));
  }
}
