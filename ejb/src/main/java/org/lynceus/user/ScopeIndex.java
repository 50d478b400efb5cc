package org.lynceus.user;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What lies where: sites below sites, devices in sites, channels of devices. A snapshot that does
 * not change.
 */
public final class ScopeIndex {
  private final Map<UUID, UUID> deviceSites;
  private final Map<UUID, UUID> channelDevices;
  private final Map<UUID, List<UUID>> children = new HashMap<>();
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final Set<UUID> sites = new HashSet<>();

  private ScopeIndex(Builder builder) {
    deviceSites = Map.copyOf(builder.devices);
    channelDevices = Map.copyOf(builder.channels);
    builder.sites.forEach(
        (site, parent) -> {
          sites.add(site);
          if (parent != null) {
            parents.put(site, parent);
            children.computeIfAbsent(parent, key -> new ArrayList<>()).add(site);
          }
        });
  }

  /** Collects the parts. */
  public static final class Builder {
    private final Map<UUID, @Nullable UUID> sites = new HashMap<>();
    private final Map<UUID, UUID> devices = new HashMap<>();
    private final Map<UUID, UUID> channels = new HashMap<>();

    public Builder site(UUID id, @Nullable UUID parent) {
      sites.put(id, parent);
      return this;
    }

    public Builder device(UUID id, UUID site) {
      devices.put(id, site);
      return this;
    }

    public Builder channel(UUID id, UUID device) {
      channels.put(id, device);
      return this;
    }

    public ScopeIndex build() {
      return new ScopeIndex(this);
    }
  }

  /** The sites and all below them, as far as they exist. */
  public Set<UUID> withDescendants(Collection<UUID> roots) {
    Set<UUID> found = new HashSet<>();
    Deque<UUID> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      UUID site = next.remove();
      if (sites.contains(site) && found.add(site)) {
        next.addAll(children.getOrDefault(site, List.of()));
      }
    }
    return found;
  }

  public boolean knowsSite(UUID site) {
    return sites.contains(site);
  }

  /** Null for the root, and for what is no site. */
  public @Nullable UUID parentOf(UUID site) {
    return parents.get(site);
  }

  /** Tells each channel with its device. */
  public void channels(BiConsumer<UUID, UUID> reader) {
    channelDevices.forEach(reader);
  }

  public @Nullable UUID siteOf(UUID device) {
    return deviceSites.get(device);
  }

  public @Nullable UUID deviceOf(UUID channel) {
    return channelDevices.get(channel);
  }
}
