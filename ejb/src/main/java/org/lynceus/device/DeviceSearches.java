package org.lynceus.device;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.discovery.AddressRange;
import org.lynceus.protocols.discovery.AddressScan;
import org.lynceus.protocols.discovery.WsDiscovery;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/** Runs the searches of this node, at most {@value #MOST_RUNNING} at once. */
@ApplicationScoped
public class DeviceSearches {
  private static final System.Logger LOG = System.getLogger(DeviceSearches.class.getName());
  private static final int MOST_RUNNING = 4;
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration LISTENED = Duration.ofSeconds(5);

  @Inject private SearchSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;
  private final SecureRandom random = new SecureRandom();
  private final Map<UUID, DeviceSearch> searches = new ConcurrentHashMap<>();

  @PreDestroy
  void stop() {
    searches.values().forEach(search -> search.end(SearchState.CANCELLED));
  }

  synchronized void start(DeviceSearch search) {
    Instant old = clock.instant().minus(KEPT);
    searches.values().removeIf(one -> !one.running() && one.createdAt().isBefore(old));
    if (searches.values().stream().filter(DeviceSearch::running).count() >= MOST_RUNNING) {
      throw new DomainException(
          ProblemType.CONFLICT, "Other searches are still running; wait for one of them.");
    }
    searches.put(search.id(), search);
    threads.newThread(() -> run(search)).start();
  }

  @Nullable DeviceSearch find(UUID id) {
    return searches.get(id);
  }

  private void run(DeviceSearch search) {
    try {
      AddressRange range = search.range();
      if (range == null) {
        new WsDiscovery(random)
            .search(
                settings.interfaces(), settings.targets(), LISTENED, search::running, search::add);
      } else {
        scan(search, range);
      }
      search.end(SearchState.ENDED);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "A search for devices failed: {0}", e.toString());
      search.end(SearchState.FAILED);
    }
  }

  private void scan(DeviceSearch search, AddressRange range) throws IOException {
    AddressScan[] scan = new AddressScan[1];
    scan[0] =
        new AddressScan(
            clock,
            threads,
            () -> {
              search.done(scan[0].done());
              return search.running();
            });
    scan[0].scan(range, settings.ports(), search::add);
    search.done(scan[0].done());
  }
}
