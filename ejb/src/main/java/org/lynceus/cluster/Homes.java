package org.lynceus.cluster;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which devices a node wants to drive. Without a home a device is anybody's: whoever takes it first
 * keeps it, and nothing is spread by itself.
 *
 * @param self the node that asks
 * @param alive the nodes that were seen lately
 */
public record Homes(String self, Set<String> alive) {
  public static Homes of(String self, Collection<ClusterNode> nodes) {
    return new Homes(
        self,
        nodes.stream()
            .filter(ClusterNode::alive)
            .map(ClusterNode::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** It has no home, this is its home, or its home is away. */
  public boolean wants(@Nullable String home) {
    return home == null || home.equals(self) || !alive.contains(home);
  }
}
