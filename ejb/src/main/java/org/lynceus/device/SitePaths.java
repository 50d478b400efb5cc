package org.lynceus.device;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteTree;

/**
 * Finds sites by what a person writes: a path of names such as {@code Root/Building A} (the root
 * may be left out), or an id. Letters are compared without case. Two sites of the same path are one
 * too many: neither is meant.
 */
final class SitePaths {
  private final SiteTree tree;
  private final Map<String, UUID> byPath = new HashMap<>();

  SitePaths(SiteTree tree) {
    this.tree = tree;
    for (Site site : tree.depthFirst()) {
      String path = "";
      for (Site step : tree.path(site.id())) {
        path += "/" + plain(step.name());
      }
      put(path, site.id());
      int afterRoot = path.indexOf('/', 1);
      if (afterRoot > 0) {
        put(path.substring(afterRoot), site.id());
      }
    }
  }

  private void put(String path, UUID site) {
    UUID other = byPath.putIfAbsent(path, site);
    if (other != null && !other.equals(site)) {
      byPath.put(path, NOBODY);
    }
  }

  private static final UUID NOBODY = new UUID(0, 0);

  /** The site that is meant, the root without words; null when there is none. */
  @Nullable UUID site(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return Site.ROOT;
    }
    StringBuilder path = new StringBuilder();
    for (String step : words.strip().split("[/\\\\]", -1)) {
      if (!step.isBlank()) {
        path.append('/').append(plain(step));
      }
    }
    UUID found = byPath.get(path.toString());
    return found == null ? byId(words.strip()) : found.equals(NOBODY) ? null : found;
  }

  private @Nullable UUID byId(String words) {
    try {
      UUID id = UUID.fromString(words);
      return tree.site(id) == null ? null : id;
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
