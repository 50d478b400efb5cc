package org.lynceus.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What this process owns. {@link #keep} is called every few seconds with what ought to be worked
 * on: it renews, takes what is free, and afterwards {@link #lease} tells what is owned and {@link
 * #works} on what of that work goes on. A resource that is no longer wanted is kept until its last
 * writes have passed, at most a minute, and then given back. While the database is away nothing
 * changes: the owner goes on, and the epoch decides later.
 */
@ApplicationScoped
public class Ownership {
  private static final Duration LINGER = Duration.ofMinutes(1);

  /** What is written without being announced (a file before its first row) has passed by then. */
  private static final Duration SETTLE = Duration.ofSeconds(1);

  @Inject private LeaseStore store;
  @Inject private LocalNode node;
  @Inject private Clock clock;
  private final Map<String, Lease> owned = new ConcurrentHashMap<>();
  private final Map<String, Instant> unwanted = new ConcurrentHashMap<>();

  /**
   * What a node wants to work on.
   *
   * @param first resources that are taken when they are free
   * @param following resources that only the owner of another one takes: each with that one
   */
  public record Wishes(Set<String> first, Map<String, String> following) {}

  /** The lease on a resource, null when this process does not own it. */
  public @Nullable Lease lease(String resource) {
    return owned.get(resource);
  }

  /** Whether this process owns a resource and wanted it at the last look. */
  public boolean works(String resource) {
    return owned.containsKey(resource) && !unwanted.containsKey(resource);
  }

  /** Whether something waits to be given back. */
  public boolean leaving() {
    return !unwanted.isEmpty();
  }

  /** Forgets a lease that a guarded write found to be taken over. */
  public void lost(String resource) {
    owned.remove(resource);
  }

  /**
   * Renews, takes and gives back. Fails with the database's exception and then changes nothing.
   *
   * @param written whether all that this process had to write about a resource is written
   * @return the resources that were taken now
   */
  public synchronized Set<String> keep(Wishes wishes, Predicate<String> written) {
    Map<String, Lease> now = new HashMap<>();
    add(now, store.renew(node.holder()));
    Set<String> before = Set.copyOf(now.keySet());
    Set<String> wanted = new HashSet<>(wishes.first());
    Set<String> asked = new HashSet<>();
    do {
      claim(now, wanted, asked);
    } while (wanted.addAll(followers(wishes, wanted, now.keySet())));
    giveBack(now, wanted, wishes.following(), written);
    owned.keySet().retainAll(now.keySet());
    owned.putAll(now);
    Set<String> taken = new HashSet<>(now.keySet());
    taken.removeAll(before);
    return taken;
  }

  /** What follows a resource that is wanted and owned. */
  private static Set<String> followers(Wishes wishes, Set<String> wanted, Set<String> owned) {
    Set<String> found = new HashSet<>();
    wishes
        .following()
        .forEach(
            (follower, followed) -> {
              if (wanted.contains(followed) && owned.contains(followed)) {
                found.add(follower);
              }
            });
    return found;
  }

  private void claim(Map<String, Lease> now, Set<String> wanted, Set<String> asked) {
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(now.keySet());
    missing.removeAll(asked);
    asked.addAll(missing);
    if (!missing.isEmpty()) {
      add(now, store.claim(missing, node.holder(), node.name()));
    }
  }

  private void giveBack(
      Map<String, Lease> now,
      Set<String> wanted,
      Map<String, String> following,
      Predicate<String> written) {
    unwanted.keySet().retainAll(now.keySet());
    unwanted.keySet().removeAll(wanted);
    now.keySet().stream()
        .filter(resource -> !wanted.contains(resource))
        .forEach(resource -> unwanted.putIfAbsent(resource, clock.instant()));
    Set<String> open = new HashSet<>();
    unwanted.forEach(
        (resource, since) -> {
          if (!over(since, LINGER) && !(over(since, SETTLE) && written.test(resource))) {
            open.add(resource);
          }
        });
    // What is followed goes last: its next owner is to find everything free.
    following.forEach(
        (follower, followed) -> {
          if (open.contains(follower)) {
            open.add(followed);
          }
        });
    List<String> done = unwanted.keySet().stream().filter(r -> !open.contains(r)).toList();
    if (!done.isEmpty()) {
      store.release(done, node.holder());
      done.forEach(now::remove);
      done.forEach(unwanted::remove);
    }
  }

  private boolean over(Instant since, Duration pause) {
    return !clock.instant().isBefore(since.plus(pause));
  }

  private static void add(Map<String, Lease> now, List<Lease> leases) {
    leases.forEach(lease -> now.put(lease.resource(), lease));
  }
}
