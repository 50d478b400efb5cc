package org.lynceus.event.center;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.cluster.ClusterNode;
import org.lynceus.cluster.LeaseStore;

/**
 * Which nodes are lost: silent for as long as a lease holds, without having said goodbye. Then
 * others may have taken over what they did.
 */
final class NodeLoss {
  private NodeLoss() {}

  /**
   * Whether each node is lost. Of a silent one nothing is said as long as who asks has not watched
   * for the time of a lease: after an outage of the database all are silent, and are not lost.
   *
   * @param watched since when who asks has reached the database at every look
   */
  static Map<String, Boolean> judge(Collection<ClusterNode> nodes, Duration watched) {
    boolean sure = watched.compareTo(Duration.ofSeconds(LeaseStore.SECONDS)) >= 0;
    Map<String, Boolean> lost = new TreeMap<>();
    for (ClusterNode node : nodes) {
      boolean away = !node.alive() && !node.left();
      if (!away || sure) {
        lost.put(node.name(), away);
      }
    }
    return lost;
  }
}
