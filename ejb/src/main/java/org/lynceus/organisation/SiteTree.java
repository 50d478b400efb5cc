package org.lynceus.organisation;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sites as a tree that does not change; says what may be put where. */
public final class SiteTree {
  /** The most levels, the root included. */
  public static final int DEEPEST = 10;

  private static final Comparator<Site> ORDER =
      Comparator.comparingInt(Site::position).thenComparing(Site::id);

  private final Map<UUID, Site> sites = new HashMap<>();
  private final Map<UUID, List<Site>> children = new HashMap<>();

  public SiteTree(Collection<Site> all) {
    for (Site site : all) {
      sites.put(site.id(), site);
      if (site.parentId() != null) {
        children.computeIfAbsent(site.parentId(), key -> new ArrayList<>()).add(site);
      }
    }
    children.values().forEach(list -> list.sort(ORDER));
  }

  public @Nullable Site site(UUID id) {
    return sites.get(id);
  }

  public int size() {
    return sites.size();
  }

  /** Those directly below, in order. */
  public List<Site> children(UUID id) {
    return children.getOrDefault(id, List.of());
  }

  /** All, parents before children, in order. */
  public List<Site> depthFirst() {
    List<Site> found = new ArrayList<>();
    Deque<Site> next = new ArrayDeque<>();
    sites.values().stream()
        .filter(site -> site.parentId() == null)
        .sorted(ORDER)
        .forEach(next::add);
    while (!next.isEmpty()) {
      Site site = next.pop();
      found.add(site);
      List<Site> below = children(site.id());
      for (int i = below.size() - 1; i >= 0; i--) {
        next.push(below.get(i));
      }
    }
    return found;
  }

  /** From the root to the site, both included. */
  public List<Site> path(UUID id) {
    Deque<Site> path = new ArrayDeque<>();
    for (Site site = sites.get(id);
        site != null && path.size() <= sites.size();
        site = site.parentId() == null ? null : sites.get(site.parentId())) {
      path.push(site);
    }
    return List.copyOf(path);
  }

  /** 1 for the root. */
  public int level(UUID id) {
    return path(id).size();
  }

  /** Levels of the part of the tree that begins at the site, 1 for a site with nothing below. */
  public int height(UUID id) {
    int height = 0;
    List<Site> row = List.of(Objects.requireNonNull(sites.get(id)));
    while (!row.isEmpty()) {
      height++;
      row = row.stream().flatMap(site -> children(site.id()).stream()).toList();
    }
    return height;
  }

  /** The zone of the site or of the nearest above it that has one; null when none has. */
  public @Nullable ZoneId zone(UUID id) {
    ZoneId zone = null;
    for (Site site : path(id)) {
      zone = site.zone() == null ? zone : site.zone();
    }
    return zone;
  }

  /** Whether one more level fits below the site. */
  public boolean roomBelow(UUID parent) {
    return level(parent) < DEEPEST;
  }

  /** Whether the site would become its own ancestor. */
  public boolean circular(UUID site, UUID newParent) {
    return path(newParent).stream().anyMatch(above -> above.id().equals(site));
  }

  /** Whether the site with all below it fits below another one. */
  public boolean fitsBelow(UUID site, UUID newParent) {
    return level(newParent) + height(site) <= DEEPEST;
  }

  /** The wanted sites and all above them, so that each can be shown in its place. */
  public Set<UUID> withAncestors(Collection<UUID> wanted) {
    Set<UUID> found = new HashSet<>();
    for (UUID id : wanted) {
      path(id).forEach(site -> found.add(site.id()));
    }
    return found;
  }
}
