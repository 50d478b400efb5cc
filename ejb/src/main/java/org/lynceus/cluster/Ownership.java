package org.lynceus.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this process owns. {@link #keep} is called every few seconds with what ought to be worked
 * on: it renews, takes what is free, and afterwards {@link #lease} tells what is owned. A resource
 * that is no longer wanted is kept for a minute, so that its last writes still pass, and then given
 * back. While the database is away nothing changes: the owner goes on, and the epoch decides later.
 */
@ApplicationScoped
public class Ownership {
  private static final Duration LINGER = Duration.ofMinutes(1);

  @Inject private LeaseStore store;
  @Inject private LocalNode node;
  @Inject private Clock clock;
  private final Map<String, Lease> owned = new ConcurrentHashMap<>();
  private final Map<String, Instant> unwanted = new HashMap<>();

  /** The lease on a resource, null when this process does not own it. */
  public @Nullable Lease lease(String resource) {
    return owned.get(resource);
  }

  /** Forgets a lease that a guarded write found to be taken over. */
  public void lost(String resource) {
    owned.remove(resource);
  }

  /** Renews, takes and gives back. Fails with the database's exception and then changes nothing. */
  public synchronized void keep(Collection<String> wanted) {
    Map<String, Lease> now = new HashMap<>();
    add(now, store.renew(node.holder()));
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(now.keySet());
    if (!missing.isEmpty()) {
      add(now, store.claim(missing, node.holder(), node.name()));
    }
    giveBack(now, wanted);
    owned.keySet().retainAll(now.keySet());
    owned.putAll(now);
  }

  private void giveBack(Map<String, Lease> now, Collection<String> wanted) {
    unwanted.keySet().removeAll(wanted);
    unwanted.keySet().retainAll(now.keySet());
    Set<String> extra = new HashSet<>(now.keySet());
    extra.removeAll(new HashSet<>(wanted));
    extra.forEach(resource -> unwanted.putIfAbsent(resource, clock.instant()));
    Instant old = clock.instant().minus(LINGER);
    List<String> done =
        extra.stream().filter(r -> unwanted.getOrDefault(r, Instant.MAX).isBefore(old)).toList();
    if (!done.isEmpty()) {
      store.release(done, node.holder());
      done.forEach(now::remove);
    }
  }

  private static void add(Map<String, Lease> now, List<Lease> leases) {
    leases.forEach(lease -> now.put(lease.resource(), lease));
  }
}
